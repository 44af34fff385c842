import { describe, expect, test } from "vitest";
import { type Chip, chipIds, chips, criticalIntensity } from "../../../src/hardware/chips.ts";
import { relativeError } from "../relative.ts";

const all: Chip[] = chipIds.map((id) => chips[id]);

describe("chips", () => {
  test("NVIDIA's 1,979 TFLOP/s of bf16 is the sparse number, twice the dense 989.4 (W2)", () => {
    expect(chips.h100.bf16Sparse / 1e12).toSatisfy((x: number) => x.toFixed(0) === "1979");
    for (const id of ["h100", "h100pcie", "h200"] as const) expect(relativeError(chips[id].bf16Sparse, 2 * chips[id].bf16)).toBeLessThan(1e-4);
  });
  test("8-bit arithmetic is twice as fast as bf16, except on a TPU v4", () => {
    for (const chip of all) expect(relativeError(chip.eightBit, chip === chips.tpu_v4 ? chip.bf16 : 2 * chip.bf16)).toBeLessThan(3e-3);
  });
  test("Google's v5e page prints 393 TOPS where twice 197 is 394 (W1)", () => {
    expect([chips.tpu_v5e.eightBit, 2 * chips.tpu_v5e.bf16]).toEqual([393e12, 394e12]);
  });
  test("a chip needs between 150 and 600 FLOP a byte, v5e the talk's 240", () => {
    for (const chip of all) expect(criticalIntensity(chip)).toSatisfy((x: number) => x > 150 && x < 600);
    expect(relativeError(criticalIntensity(chips.tpu_v5e), 1.97e14 / 8.2e11)).toBeLessThan(2e-3);
  });
});
