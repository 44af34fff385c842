import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { effectiveExperts } from "../../../src/clark/effective-experts.ts";
import { relativeError } from "../relative.ts";

const saturations = fc.record({ Estart: fc.double({ min: 1, max: 10, noNaN: true }), Emax: fc.double({ min: 50, max: 1000, noNaN: true }) });

describe("the experts that count", () => {
  test("one expert counts as E_start, infinitely many as E_max", () => {
    fc.assert(fc.property(saturations, (saturation) => {
      expect(relativeError(effectiveExperts(saturation, 1), saturation.Estart)).toBeLessThan(1e-12);
      expect(effectiveExperts(saturation, Infinity)).toBe(1 / (1 / saturation.Emax));
    }), { numRuns: 1000 });
  });
  test("each further expert counts for something, and for less than the one before", () => {
    fc.assert(fc.property(saturations, fc.integer({ min: 1, max: 1024 }), (saturation, E) => {
      const [first, second, third] = [E, E + 1, E + 2].map((experts) => effectiveExperts(saturation, experts)) as [number, number, number];
      expect(second).toBeGreaterThan(first);
      expect(third - second).toBeLessThan(second - first);
      expect(third).toBeLessThan(saturation.Emax);
    }), { numRuns: 1000 });
  });
  test("without a start above one and without an end, an expert is an expert", () => {
    expect([1, 2, 64, 512].map((E) => effectiveExperts({ Estart: 1, Emax: Infinity }, E))).toEqual([1, 2, 64, 512]);
  });
  test("no less than one expert", () => {
    expect(() => effectiveExperts({ Estart: 2, Emax: 300 }, 0)).toThrow("experts beyond the first must not be negative: -1");
  });
});
