import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chips } from "../../../src/hardware/chips.ts";
import { criticalBatch } from "../../../src/serving/critical-batch.ts";
import { chipsToRead, decodeStep, fullMemoryStep, prefillServers, queriesPerChip, tokensPerSecond } from "../../../src/serving/decode.ts";
import { kvBytesPerToken } from "../../../src/serving/memory.ts";
import { prefillSeconds } from "../../../src/serving/prefill.ts";
import { type Slice, sliceOf } from "../../../src/serving/slice.ts";
import { models } from "../../../src/transformer/models.ts";
import { expectDimensions } from "../dimensions.ts";
import { relativeError } from "../relative.ts";

/** The book's v5e: 8.1e11 B/s where it computes times of steps, 8.2e11 elsewhere. */
const slow = (chips: number): Slice => ({ chips, peak: 1.97e14, bandwidth: 8.1e11 });
const fast = (chips: number): Slice => ({ chips, peak: 1.97e14, bandwidth: 8.2e11 });
const ms = (seconds: number) => 1000 * seconds;
const runs = { numRuns: 1000 };
const amount = (from: number, to: number) => fc.double({ min: from, max: to, noNaN: true }).map((u) => 10 ** u);
const steps = fc.record({ batch: amount(0, 4), N: amount(8, 12), weightBytes: amount(8, 12), kvBytes: amount(5, 11) });

describe("the time of a step, against the book's numbers", () => {
  test("its quiz: 30e9 int8 weights on 4×4, caches of 819 MB: 2.57 ms at batch 4, printed 2.5; 21 ms at 256, bound by arithmetic", () => {
    const quiz = { N: 30e9, weightBytes: 30e9, kvBytes: 819e6 };
    const [four, many] = [decodeStep({ ...quiz, batch: 4 }, slow(16)), decodeStep({ ...quiz, batch: 256 }, slow(16))];
    expect([ms(four.total).toFixed(2), ms(many.total).toFixed(1)]).toEqual(["2.57", "21.1"]);
    expect([relativeError(ms(four.total), 2.5) < 0.03, relativeError(ms(many.total), 21) < 0.02]).toEqual([true, true]);
    expect([four.bound, many.bound]).toEqual(["weights", "arithmetic"]);
  });
  test.each([
    ["40 heads", 6.7, [[1, 4.98, 200.61], [8, 12.13, 659.3], [16, 20.3, 787.99], [32, 36.65, 873.21], [64, 69.33, 923.13], [240, 249.09, 963.53]]],
    ["8 heads", 1.34, [[1, 4.17, 239.94], [8, 5.6, 1429.19], [16, 7.23, 2212.48], [32, 10.5, 3047.62], [64, 17.04, 3756.62], [240, 52.99, 4529.34]]],
  ] as const)("its tables of Llama 2 13B on eight v5e, %s of keys and values: every row to 0.15 %, as the caches are printed with two or three digits", (_, kvGB, rows) => {
    for (const [batch, printedMs, printedRate] of rows) {
      const step = { batch, N: 13e9, weightBytes: 26e9, kvBytes: kvGB * 1e9 };
      expect(relativeError(ms(decodeStep(step, fast(8)).total), printedMs)).toBeLessThan(1.5e-3);
      expect(relativeError(tokensPerSecond(step, fast(8)), printedRate)).toBeLessThan(1.5e-3);
    }
  });
  test("the tables say GiB for what are 1e9 bytes: 6.71e9 are 6.25 GiB", () => {
    const cache = 8192 * kvBytesPerToken({ layers: 40, kvHeads: 40, headSize: 128 });
    expect([cache / 1e9, cache / 2 ** 30].map((x) => x.toFixed(2))).toEqual(["6.71", "6.25"]);
  });
  test("112 GB of Llama 3 70B on 4×2: 17 ms, 1882 tokens a second, 235 a chip, all to 2 %", () => {
    const step = { batch: 32, N: 70e9, weightBytes: 70e9, kvBytes: 42e9 / 32 };
    expect(ms(decodeStep(step, slow(8)).total).toFixed(2)).toBe("17.28");
    expect(relativeError(tokensPerSecond(step, slow(8)), 1882)).toBeLessThan(0.02);
    expect(relativeError(tokensPerSecond(step, slow(8)) / 8, 235)).toBeLessThan(0.02);
    expect((32 / 0.017).toFixed(0)).toBe("1882");
  });
  test("a full memory is read in 19.5 ms, printed 19, whatever is in it", () => {
    expect(ms(fullMemoryStep({ memory: 16e9, bandwidth: 8.2e11 })).toFixed(1)).toBe("19.5");
    const left = 16 * 16e9 - 140e9;
    expect(relativeError(decodeStep({ batch: 43, N: 70e9, weightBytes: 140e9, kvBytes: left / 43 }, fast(16)).total, fullMemoryStep({ memory: 16e9, bandwidth: 8.2e11 }))).toBeLessThan(1e-12);
  });
  test("int4 weights alone are read in 10.7 ms on 2×2, printed 10; int8 weights in 5.4 on 4×4, printed 5.5", () => {
    const alone = (weightBytes: number, slice: Slice) => ms(decodeStep({ batch: 1, N: 70e9, weightBytes, kvBytes: 0 }, slice).total).toFixed(1);
    expect([alone(35e9, fast(4)), alone(70e9, slow(16))]).toEqual(["10.7", "5.4"]);
  });
  test("queries a second and chip: .276, .668 and 1.72 with the book's batches, printed .27, .66 and 1.72", () => {
    const printed = [[43, 16, 0.27], [52, 8, 0.66], [67, 4, 1.72]] as const;
    expect(printed.map(([batch, chips]) => queriesPerChip(batch, 0.019, 512, chips).toPrecision(3))).toEqual(["0.276", "0.668", "1.72"]);
    for (const [batch, chips, value] of printed) expect(Math.floor(100 * queriesPerChip(batch, 0.019, 512, chips)) / 100).toBe(value);
  });
  test("with the 43 caches that fit in each they are .28, .55 and 1.11; on twice the chips with 140, .45, .90 and 1.80, printed .51, 1.03 and 2.06 from 161", () => {
    const each = (batch: number, sizes: number[]) => sizes.map((n) => queriesPerChip(batch, 0.019, 512, n).toFixed(2));
    expect(each(43, [16, 8, 4])).toEqual(["0.28", "0.55", "1.11"]);
    expect(each(140, [32, 16, 8])).toEqual(["0.45", "0.90", "1.80"]);
    expect(each(161, [32, 16, 8])).toEqual(["0.52", "1.03", "2.07"]);
  });
  test("a prefill of .91 s keeps a third as busy as a decode of 32 for 512 steps: 3 prefill to 1 generate", () => {
    const prefill = prefillSeconds(2 * 70e9 * 8192, { chips: 16, peak: 1.97e14 }, 0.4);
    expect(prefill.toFixed(2)).toBe("0.91");
    expect(prefillServers(prefill, 32, 0.019, 512).toFixed(2)).toBe("2.99");
  });
  test("128 steps over a context of 131,072 within a quarter second need 114 chips in bf16 and 57 in int8, and a bit, by bandwidth", () => {
    const bytes = (each: number) => 70e9 * each + 131_072 * kvBytesPerToken(models.llama3_70b, each);
    expect([2, 1].map((each) => chipsToRead(bytes(each), 128, 0.25, chips.tpu_v5e.bandwidth).toFixed(1))).toEqual(["114.4", "57.2"]);
  });
});

describe("the critical batch", () => {
  const v5e = { peak: 1.97e14, bandwidth: 8.2e11 };
  test("it is 240 in bf16, 120 with int8 weights and bf16 arithmetic, 60 with int4, 240 with int8 for both", () => {
    expect([criticalBatch(v5e), criticalBatch(v5e, 1), criticalBatch(v5e, 0.5), criticalBatch({ ...v5e, peak: 3.94e14 }, 1)].map(Math.round)).toEqual([240, 120, 60, 240]);
  });
  test("it is where a step's arithmetic takes as long as its weights", () => {
    fc.assert(fc.property(steps, fc.constantFrom(0.5, 1, 2), (step, bytes) => {
      const batch = criticalBatch(v5e, bytes);
      const { weights, arithmetic } = decodeStep({ ...step, batch, weightBytes: bytes * step.N }, { chips: 8, ...v5e });
      expect(relativeError(arithmetic, weights)).toBeLessThan(1e-12);
    }), runs);
  });
  test("it is a number of tokens", () => {
    expectDimensions(({ peak, bandwidth, bytes }) => criticalBatch({ peak, bandwidth }, bytes), { peak: [1.97e14, { parameter: 1, token: 1, second: -1 }], bandwidth: [8.2e11, { byte: 1, second: -1 }], bytes: [2, { byte: 1, parameter: -1 }] }, { token: 1 });
  });
});

describe("the laws of a step", () => {
  test("more sequences take longer and bring more tokens a second; more chips take less", () => {
    fc.assert(fc.property(steps, amount(0, 3), (step, n) => {
      const more = { ...step, batch: 1.5 * step.batch };
      expect(decodeStep(more, fast(n)).total).toBeGreaterThan(decodeStep(step, fast(n)).total);
      expect(tokensPerSecond(more, fast(n)) / tokensPerSecond(step, fast(n))).toBeGreaterThan(1 - 1e-12);
      expect(relativeError(decodeStep(step, fast(2 * n)).total, decodeStep(step, fast(n)).total / 2)).toBeLessThan(1e-12);
    }), runs);
  });
  test("at a large batch without caches it is bound by arithmetic, at peak/2N tokens a second and chip; at batch 1 by the weights", () => {
    const step = { N: 70e9, weightBytes: 140e9, kvBytes: 0 };
    expect(decodeStep({ ...step, batch: 1e4 }, fast(16)).bound).toBe("arithmetic");
    expect(relativeError(tokensPerSecond({ ...step, batch: 1e4 }, fast(16)), (16 * 1.97e14) / 140e9)).toBeLessThan(1e-12);
    expect(decodeStep({ ...step, batch: 1 }, fast(16)).total).toBe(140e9 / (16 * 8.2e11));
  });
  test("with caches, no batch brings more than bandwidth over a cache: decode stays bound by memory", () => {
    fc.assert(fc.property(steps, (step) => {
      expect(tokensPerSecond(step, fast(16))).toBeLessThan((16 * 8.2e11) / step.kvBytes);
    }), runs);
  });
  test("it is in seconds", () => {
    expectDimensions(
      ({ batch, N, weightBytes, kvBytes, peak, bandwidth }) => decodeStep({ batch, N, weightBytes, kvBytes }, { chips: 16, peak, bandwidth }).total,
      {
        batch: [32, {}], N: [70e9, { FLOP: 1 }], weightBytes: [70e9, { byte: 1 }], kvBytes: [1.3e9, { byte: 1 }],
        peak: [1.97e14, { FLOP: 1, second: -1 }], bandwidth: [8.1e11, { byte: 1, second: -1 }],
      },
      { second: 1 },
    );
  });
  test("a step has sequences and chips", () => {
    const step = { batch: 0, N: 1, weightBytes: 1, kvBytes: 1 };
    expect(() => decodeStep(step, fast(1))).toThrow("batch must be positive: 0");
    expect(() => decodeStep({ ...step, batch: 1 }, fast(0))).toThrow("chips must be positive: 0");
    expect(() => sliceOf(chips.tpu_v5e, 0)).toThrow("chips must be positive: 0");
  });
});
