import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rounded } from "../../../src/hoffmann/approach-3.ts";
import { isoFlopLoss } from "../../../src/parametric/iso-flop.ts";
import { computeOffOptimum, leastRelativeSize, lossOffOptimum } from "../../../src/parametric/off-optimum.ts";
import { optimum } from "../../../src/parametric/optimum.ts";
import { leastParameters, tokensForLoss } from "../../../src/parametric/tokens-for-loss.ts";
import { relativeError } from "../relative.ts";
import { anyLaw, powerOfTen } from "./laws.ts";

describe("a model of k times the best size", () => {
  test("needs k·D/D* times the compute for the same loss, at every budget", () => {
    fc.assert(fc.property(anyLaw, powerOfTen(16, 27), powerOfTen(-0.2, 2), (law, C, k) => {
      const { N, D, loss } = optimum(law, C);
      fc.pre(k > 1.01 * leastRelativeSize(law));
      expect(relativeError((k * tokensForLoss(law, loss, k * N)) / D, computeOffOptimum(law, k))).toBeLessThan(1e-6);
    }), { numRuns: 1000 });
  });
  test("has the reducible loss of the isoFLOP curve, which has one shape at every budget", () => {
    fc.assert(fc.property(anyLaw, powerOfTen(16, 27), powerOfTen(-2, 2), (law, C, k) => {
      const { N, loss } = optimum(law, C);
      expect(relativeError((isoFlopLoss(law, C, k * N) - law.E) / (loss - law.E), lossOffOptimum(law, k))).toBeLessThan(1e-9);
    }), { numRuns: 1000 });
  });
  test("costs least at k = 1, and more the farther it is from there", () => {
    fc.assert(fc.property(anyLaw, powerOfTen(0.01, 1), (law, k) => {
      expect(computeOffOptimum(law, 1)).toBe(1);
      expect(lossOffOptimum(law, 1)).toBeCloseTo(1, 14);
      for (const cost of [computeOffOptimum, lossOffOptimum]) {
        expect(cost(law, k)).toBeGreaterThan(1);
        expect(cost(law, 1 / k)).toBeGreaterThan(1);
        expect(cost(law, 1.1 * k)).toBeGreaterThan(cost(law, k));
      }
    }), { numRuns: 1000 });
  });
  test("never gets there on any data where even infinitely much would not do", () => {
    fc.assert(fc.property(anyLaw, powerOfTen(16, 24), (law, C) => {
      const { N, loss } = optimum(law, C);
      const k = leastRelativeSize(law);
      expect(relativeError(k * N, leastParameters(law, loss))).toBeLessThan(1e-7);
      expect(computeOffOptimum(law, k * 0.999)).toBe(Infinity);
      expect(computeOffOptimum(law, k * 1.001)).toBeLessThan(Infinity);
    }), { numRuns: 1000 });
  });
  test("no size, no cost", () => {
    expect(() => computeOffOptimum(rounded, 0)).toThrow("size over the best size must be positive: 0");
    expect(() => lossOffOptimum(rounded, -1)).toThrow("size over the best size must be positive: -1");
  });
});
