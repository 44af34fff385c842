import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rounded } from "../../../src/hoffmann/approach-3.ts";
import { frontierLoss } from "../../../src/parametric/frontier-loss.ts";
import { isoFlopLoss } from "../../../src/parametric/iso-flop.ts";
import { computeOffOptimum, effectiveCompute, leastRelativeSize, lossOffOptimum } from "../../../src/parametric/off-optimum.ts";
import { optimum } from "../../../src/parametric/optimum.ts";
import { leastParameters, tokensForLoss } from "../../../src/parametric/tokens-for-loss.ts";
import { relativeError } from "../relative.ts";
import { anyLaw, anyReducible, powerOfTen } from "./laws.ts";

describe("a model of k times the best size", () => {
  test("needs k·D/D* times the compute for the same loss, at every budget", () => {
    fc.assert(fc.property(anyReducible, powerOfTen(16, 27), powerOfTen(-0.2, 2), (law, C, k) => {
      const { N, D, loss } = optimum(law, C);
      fc.pre(k > 1.01 * leastRelativeSize(law));
      expect(relativeError((k * tokensForLoss(law, loss, k * N)) / D, computeOffOptimum(law, k))).toBeLessThan(1e-9);
    }), { numRuns: 1000 });
  });
  test("has the reducible loss of the isoFLOP curve, which has one shape at every budget", () => {
    fc.assert(fc.property(anyReducible, powerOfTen(16, 27), powerOfTen(-2, 2), (law, C, k) => {
      const { N, loss } = optimum(law, C);
      expect(relativeError(isoFlopLoss(law, C, k * N) / loss, lossOffOptimum(law, k))).toBeLessThan(1e-11);
    }), { numRuns: 1000 });
  });
  test("gets as far as the best size does on a fraction of the budget", () => {
    fc.assert(fc.property(anyLaw, powerOfTen(16, 24), powerOfTen(-1, 1), (law, C, k) => {
      const fraction = effectiveCompute(law, k);
      expect(relativeError(frontierLoss(law, fraction * C), isoFlopLoss(law, C, k * optimum(law, C).N))).toBeLessThan(1e-10);
      expect(fraction).toBeLessThanOrEqual(1 + 1e-14);
    }), { numRuns: 1000 });
  });
  test("costs least at k = 1, and more the farther it is from there", () => {
    fc.assert(fc.property(anyLaw, powerOfTen(0.01, 1), (law, k) => {
      expect(computeOffOptimum(law, 1)).toBe(1);
      expect(relativeError(lossOffOptimum(law, 1), 1)).toBeLessThan(5e-15);
      for (const cost of [computeOffOptimum, lossOffOptimum]) {
        expect(cost(law, k)).toBeGreaterThan(1);
        expect(cost(law, 1 / k)).toBeGreaterThan(1);
        expect(cost(law, 1.1 * k)).toBeGreaterThan(cost(law, k));
      }
    }), { numRuns: 1000 });
  });
  test("never gets there on any data where even infinitely much would not do", () => {
    fc.assert(fc.property(anyReducible, powerOfTen(16, 24), (law, C) => {
      const { N, loss } = optimum(law, C);
      const k = leastRelativeSize(law);
      expect(relativeError(k * N, leastParameters(law, loss))).toBeLessThan(1e-10);
      expect(computeOffOptimum(law, k * 0.999)).toBe(Infinity);
      expect(computeOffOptimum(law, k * 1.001)).toBeLessThan(Infinity);
    }), { numRuns: 1000 });
  });
  test("no size, no cost", () => {
    expect(() => computeOffOptimum(rounded, 0)).toThrow("size over the best size must be positive: 0");
    expect(() => lossOffOptimum(rounded, -1)).toThrow("size over the best size must be positive: -1");
  });
});
