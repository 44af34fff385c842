import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chips } from "../../../src/hardware/chips.ts";
import { powerOfTwo, smallestSlice, sliceOf } from "../../../src/serving/slice.ts";

const v5e = chips.tpu_v5e;

describe("slices", () => {
  test("each size is the smallest for itself and for a little less, and the next for a little more", () => {
    const sizes = [0, 2, 3, 4, 5, 6, 7, 8].map((k) => 2 ** k);
    sizes.forEach((size, i) => {
      expect(smallestSlice(size) === size && smallestSlice(0.99 * size) === size).toBe(true);
      if (i > 0) expect(smallestSlice(1.01 * sizes[i - 1]!) === size).toBe(true);
    });
  });
  test("they are the powers of two, but for 2", () => {
    fc.assert(fc.property(fc.double({ min: 2.01, max: 2 ** 8, noNaN: true }), (needed) => {
      expect(smallestSlice(needed) === powerOfTwo(needed)).toBe(true);
    }), { numRuns: 1000 });
    expect([powerOfTwo(1.5), smallestSlice(1.5)]).toEqual([2, 4]);
  });
  test("more than the largest is an error", () => {
    expect(() => smallestSlice(1000)).toThrow(/^chips must be at most .*, the largest slice: 1000$/);
    expect(() => smallestSlice(0)).toThrow("chips must be positive: 0");
  });
  test("a slice has the rates of its chip", () => {
    expect(sliceOf(v5e, 16)).toEqual({ chips: 16, peak: v5e.bf16, bandwidth: v5e.bandwidth });
  });
});
