import { describe, expect, test } from "vitest";
import { type Chip, chipIds, chips, criticalIntensity } from "../../../src/hardware/chips.ts";
import { expectDimensions } from "../dimensions.ts";
import { relativeError } from "../relative.ts";

const all: Chip[] = chipIds.map((id) => chips[id]);
const GiB = 2 ** 30;

/**
 * Multipliers of the chip and their clock. From memory but for the H100: SMs, their four tensor cores, products of
 * a tensor core in a clock; TPU cores, their MXUs, rows and columns of an MXU.
 */
const multipliers: [Chip, number, number][] = [
  [chips.h100, 132 * 4 * 512, 1.83e9], [chips.h200, 132 * 4 * 512, 1.83e9], [chips.h100pcie, 114 * 4 * 512, 1.62e9], [chips.a100, 108 * 4 * 256, 1.41e9],
  [chips.tpu_v4, 2 * 4 * 128 ** 2, 1.05e9], [chips.tpu_v5e, 4 * 128 ** 2, 1.5e9], [chips.tpu_v5p, 2 * 4 * 128 ** 2, 1.75e9],
];

/** Stacks of memory with 1,024 wires each, and bits per second of a wire: from memory, but for the widths of the H100. */
const stacks: [Chip, number, number][] = [
  [chips.h100, 5, 5.238e9], [chips.a100, 5, 3.186e9], [chips.tpu_v5e, 2, 3.2e9], [chips.tpu_v5p, 6, 3.6e9], [chips.tpu_v6e, 2, 6.4e9], [chips.ironwood, 8, 7.2e9],
];

describe("the peak of a chip", () => {
  test.each(multipliers.map(([chip, count, clock]) => [chip.name, chip, count, clock] as const))("%s: two operations of each multiplier in each clock are its bf16 rate", (_, chip, count, clock) => {
    expect(relativeError(2 * count * clock, chip.bf16)).toBeLessThan(2.5e-3);
  });
  test("a v5e and a v6e are a 256th of their pods: 50.63 and 234.9 PFLOP/s on Google's pages", () => {
    expect(relativeError(50.63e15 / 256, chips.tpu_v5e.bf16)).toBeLessThan(5e-3);
    expect(relativeError(234.9e15 / 256, chips.tpu_v6e.bf16)).toBeLessThan(1e-3);
  });
  test("9,216 Ironwoods are the 42.5 EFLOP/s of fp8 that Google announced (from memory), 4,096 v4 the 1.1 of its page and 8,960 v5p 4.1 of bf16", () => {
    expect((9216 * chips.ironwood.eightBit / 1e18).toFixed(1)).toBe("42.5");
    expect((4096 * chips.tpu_v4.bf16 / 1e18).toFixed(1)).toBe("1.1");
    expect((8960 * chips.tpu_v5p.bf16 / 1e18).toFixed(1)).toBe("4.1");
  });
  test("eight B200 are the 72 PFLOP/s of sparse fp8 of a DGX B200 (from memory)", () => {
    expect(8 * 2 * chips.b200.eightBit).toBe(72e15);
  });
  test("NVIDIA's 1,979 TFLOP/s of bf16 is the sparse number, twice the dense one (W2)", () => {
    expect((chips.h100.bf16Sparse / 1e12).toFixed(0)).toBe("1979");
    for (const id of ["h100", "h100pcie", "h200"] as const) expect(relativeError(chips[id].bf16Sparse, 2 * chips[id].bf16)).toBeLessThan(1e-4);
  });
  test("in 8 bits is twice as high as in bf16, except on a TPU v4", () => {
    for (const chip of all) expect(relativeError(chip.eightBit, chip === chips.tpu_v4 ? chip.bf16 : 2 * chip.bf16)).toBeLessThan(3e-3);
  });
  test("Google's v5e page prints one TOPS less in 8 bits than twice its bf16 (W1), and its pod rounds to the printed 100 POPS either way", () => {
    expect((2 * chips.tpu_v5e.bf16 - chips.tpu_v5e.eightBit) / 1e12).toBe(1);
    expect((256 * chips.tpu_v5e.eightBit / 1e15).toPrecision(2)).toBe("1.0e+2");
  });
});

describe("the bandwidth of a chip", () => {
  test.each(stacks.map(([chip, count, rate]) => [chip.name, chip, count, rate] as const))("%s: its stacks' wires at their rate are what its page prints", (_, chip, count, rate) => {
    expect(relativeError((count * 1024 * rate) / 8, chip.bandwidth)).toBeLessThan(1.1e-3);
  });
  test("is 2.4 % less on a TPU v4's page than four stacks at 2.4 Gb/s make, and 2 % less on an H100 PCIe's than five at 3.186", () => {
    expect((4 * 128 * 2.4e9) / chips.tpu_v4.bandwidth).toSatisfy((x: number) => x > 1.02 && x < 1.03);
    expect((5 * 128 * 3.186e9) / chips.h100pcie.bandwidth).toSatisfy((x: number) => x > 1.015 && x < 1.025);
  });
  test("of eight B200 is the 64 TB/s of a DGX B200 (from memory)", () => {
    expect(8 * chips.b200.bandwidth).toBe(64e12);
  });
  test("of an H200 is 43 % more than an H100's, as its sellers say", () => {
    expect((100 * (chips.h200.bandwidth / chips.h100.bandwidth - 1)).toFixed(0)).toBe("43");
  });
  test("of a v6e is twice a v5e's, as Google said of it, and its memory too", () => {
    expect(chips.tpu_v6e.bandwidth).toBe(2 * chips.tpu_v5e.bandwidth);
    expect(chips.tpu_v6e.memory).toBe(2 * chips.tpu_v5e.memory);
  });
});

describe("the memory of a chip", () => {
  test("is that of its stacks: 5 of 16 GB on A100 and H100, 8 of 24 on a B200, 2 of 8 on a v5e (from memory)", () => {
    for (const chip of [chips.a100, chips.h100, chips.h100pcie]) expect(chip.memory / 1e9 / 5).toBe(16);
    expect(chips.b200.memory / 1e9 / 8).toBe(24);
    expect(chips.tpu_v5e.memory / 1e9 / 2).toBe(8);
  });
  test("is one GiB less than six stacks of 16 on a v5p, and the 1,128 GB of a DGX H200 for eight H200 (from memory)", () => {
    expect(6 * 16 - chips.tpu_v5p.memory / GiB).toBe(1);
    expect(8 * chips.h200.memory).toBe(1128e9);
  });
  test("of 4,096 v4 is 128 TiB, as read of its pod, and of 9,216 Ironwoods the announced 1.77 PB, which counts 2³⁰ as 10⁹ (from memory)", () => {
    expect(4096 * chips.tpu_v4.memory).toBe(128 * 1024 * GiB);
    expect((9216 * (chips.ironwood.memory / GiB) / 1e6).toFixed(2)).toBe("1.77");
  });
});

describe("FLOP per byte", () => {
  test("is between 150 and 600 for all, 295 for an H100 and the talk's 240 for a v5e", () => {
    for (const chip of all) expect(criticalIntensity(chip)).toSatisfy((x: number) => x > 150 && x < 600);
    expect(criticalIntensity(chips.h100).toFixed(0)).toBe("295");
    expect(relativeError(criticalIntensity(chips.tpu_v5e), 240)).toBeLessThan(3e-3);
  });
  test("has its dimension", () => {
    expectDimensions(({ bf16, bandwidth }) => criticalIntensity({ ...chips.h100, bf16, bandwidth }), { bf16: [989e12, { FLOP: 1, second: -1 }], bandwidth: [3e12, { byte: 1, second: -1 }] }, { FLOP: 1, byte: -1 });
  });
});
