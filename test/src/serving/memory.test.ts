import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chips } from "../../../src/hardware/chips.ts";
import { cachesThatFit, chipsToHold, kvBytesPerToken, weightBytes } from "../../../src/serving/memory.ts";
import { smallestSlice } from "../../../src/serving/slice.ts";
import { models } from "../../../src/transformer/models.ts";
import { parameters } from "../../../src/transformer/parameters.ts";
import { expectDimensions } from "../dimensions.ts";
import { relativeError } from "../relative.ts";

const llama = models.llama3_70b;
const v5e = chips.tpu_v5e;
const N = 70e9;
const cache = (bytes: number) => 8192 * kvBytesPerToken(llama, bytes);
const positive = fc.double({ min: 1e-3, max: 1e15, noNaN: true });

describe("bytes of a served model", () => {
  test("keys and values of Llama 3 70B are 327,680 bytes a token, half in int8, which the book prints as 324 and 160 or 162 kB", () => {
    expect([2, 1].map((bytes) => kvBytesPerToken(llama, bytes))).toEqual([327_680, 163_840]);
    for (const [bytes, printed] of [[2, 324e3], [1, 162e3], [0.5, 81e3]] as const) expect(relativeError(kvBytesPerToken(llama, bytes), printed)).toBeLessThan(0.02);
  });
  test("a sequence of 32,768 has 5.4 GB of them, printed 5.3; 240 of them 1.3 TB, which with the weights need 86 chips", () => {
    const sequence = 32_768 * kvBytesPerToken(llama, 1);
    expect(relativeError(sequence, 5.3e9)).toBeLessThan(0.02);
    expect(((240 * sequence) / 1e12).toFixed(2)).toBe("1.29");
    expect(Math.round(chipsToHold(70e9 + 1.3e12, v5e))).toBe(86);
    expect(relativeError(chipsToHold(weightBytes(N, 1) + 240 * sequence, v5e), 86)).toBeLessThan(0.02);
  });
  test("32 sequences of 8,192 in int8 are 113 GB with the weights, 112 by the book's 160 kB a token: 7 chips and a little, so 4×2", () => {
    const bytes = weightBytes(N, 1) + 32 * cache(1);
    expect([bytes, weightBytes(N, 1) + 32 * 8192 * 160e3].map((x) => (x / 1e9).toFixed(1))).toEqual(["112.9", "111.9"]);
    expect(chipsToHold(bytes, v5e).toFixed(2)).toBe("7.06");
    expect(smallestSlice(chipsToHold(bytes, v5e))).toBe(8);
  });
  test("Llama 2 13B has 6.7 GB of them for 8,192 tokens, more than a quarter of its weights", () => {
    expect(((8192 * kvBytesPerToken({ layers: 40, kvHeads: 40, headSize: 128 })) / 1e9).toFixed(2)).toBe("6.71");
  });
  test("Llama 3 70B, called 70e9, has 70.55e9: 56.37 MLP, 12.08 attention, 2.10 vocabulary", () => {
    const { mlp, attention, embedding, head, total } = parameters(llama);
    expect([mlp, attention, embedding + head, total].map((x) => (x / 1e9).toFixed(2))).toEqual(["56.37", "12.08", "2.10", "70.55"]);
  });
  test("a cache is bytes a token times tokens", () => {
    expectDimensions(({ weights, kv, memory }) => cachesThatFit(weights, kv, 16, { memory }), { weights: [140e9, { byte: 1 }], kv: [2.7e9, { byte: 1 }], memory: [16e9, { byte: 1 }] }, {});
    expectDimensions(({ bytes, memory }) => chipsToHold(bytes, { memory }), { bytes: [140e9, { byte: 1 }], memory: [16e9, { byte: 1 }] }, {});
  });
});

describe("the smallest slices for Llama 3 70B", () => {
  const row = (bytes: number) => {
    const needed = chipsToHold(weightBytes(N, bytes), v5e);
    const slice = smallestSlice(needed);
    return { needed, slice, left: (slice * v5e.memory - weightBytes(N, bytes)) / 1e9, caches: cachesThatFit(weightBytes(N, bytes), cache(bytes), slice, v5e) };
  };
  const [bf16, int8, int4] = [row(2), row(1), row(0.5)];
  test("bf16 is as printed: 8.75 chips, 4×4, 116 GB left, 43 caches of 8k", () => {
    expect(bf16.needed).toBe(8.75);
    expect([bf16.slice, bf16.left, Math.floor(bf16.caches)]).toEqual([16, 116, 43]);
  });
  test("int8 and int4 are on 8 and 4 chips as printed", () => {
    expect([int8.needed.toFixed(3), int8.slice, int4.slice]).toEqual(["4.375", 8, 4]);
  });
  test("but int8 leaves 58 GB, printed 68, for 43 caches, printed 52: 128 − 70 is 58", () => {
    expect([int8.left, Math.floor(int8.caches)]).toEqual([58, 43]);
    expect(int8.left).not.toBe(68);
    expect(Math.floor(int8.caches)).not.toBe(52);
  });
  test("and int4 weights are 35 GB, printed 45: 2.19 chips, printed 2.81; 29 GB left, printed 19, for 43 caches, printed 67", () => {
    expect([weightBytes(N, 0.5) / 1e9, int4.left, Math.floor(int4.caches)]).toEqual([35, 29, 43]);
    expect(int4.needed.toFixed(2)).toBe("2.19");
    expect(chipsToHold(45e9, v5e).toFixed(2)).toBe("2.81");
  });
  test("the three are the same 43.2, as all bytes halve together; the quotients of the printed columns are 43.7, 51.2 and 28.6", () => {
    for (const { caches } of [bf16, int8, int4]) expect(caches.toFixed(1)).toBe("43.2");
    expect([[116e9, 324e3], [68e9, 162e3], [19e9, 81e3]].map(([left, kv]) => (left! / (8192 * kv!)).toFixed(1))).toEqual(["43.7", "51.2", "28.6"]);
  });
  test("twice the chips leave 372 GB in bf16 for 138 caches (140 by the book's 324 kB), printed 186 and 161; 186 is what int8 leaves on 4×4, for as many", () => {
    expect(Math.floor(cachesThatFit(140e9, cache(2), 32, v5e))).toBe(138);
    expect(Math.floor(cachesThatFit(70e9, cache(1), 16, v5e))).toBe(138);
    expect([[140e9, 324e3, 32], [70e9, 162e3, 16]].map(([weights, kv, n]) => Math.floor(cachesThatFit(weights!, 8192 * kv!, n!, v5e)))).toEqual([140, 140]);
    expect([32 * 16 - 140, 16 * 16 - 70]).toEqual([372, 186]);
    expect(Math.floor(cachesThatFit(140e9, cache(2), 32, v5e))).not.toBe(161);
  });
  test("nothing fits where the weights do not", () => {
    expect(cachesThatFit(140e9, cache(2), 8, v5e)).toBe(0);
  });
  test("more memory holds more, more weights leave less", () => {
    fc.assert(fc.property(positive, positive, fc.integer({ min: 1, max: 256 }), (weights, kv, n) => {
      expect(cachesThatFit(weights, kv, n + 1, v5e)).toBeGreaterThanOrEqual(cachesThatFit(weights, kv, n, v5e));
      expect(cachesThatFit(1.01 * weights, kv, n, v5e)).toBeLessThanOrEqual(cachesThatFit(weights, kv, n, v5e));
    }), { numRuns: 1000 });
  });
});
