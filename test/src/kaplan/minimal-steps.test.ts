import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { computeAtBatch, minimalCompute } from "../../../src/kaplan/minimal-compute.ts";
import { minimalSteps, stepsAtBatch } from "../../../src/kaplan/minimal-steps.ts";
import { relativeError } from "../relative.ts";

const some = fc.double({ min: 1, max: 1e9, noNaN: true });

describe("S_min and C_min", () => {
  test("at the critical batch a run takes twice the steps and twice the compute", () => {
    expect([minimalSteps(1000, 2e6, 2e6), minimalCompute(1e20, 2e6, 2e6)]).toEqual([500, 0.5e20]);
    expect([stepsAtBatch(500, 2e6, 2e6), computeAtBatch(0.5e20, 2e6, 2e6)]).toEqual([1000, 1e20]);
  });
  test("a large batch takes the fewest steps and a small one the least compute", () => {
    expect(relativeError(minimalSteps(1000, 1e15, 2e6), 1000)).toBeLessThan(1e-8);
    expect(relativeError(minimalCompute(1e20, 1e-3, 2e6), 1e20)).toBeLessThan(1e-8);
  });
  test("steps and examples lie on McCandlish's hyperbola (S/S_min − 1)(E/E_min − 1) = 1, Equation 5.1, where E_min = B_crit·S_min", () => {
    fc.assert(fc.property(some, fc.double({ min: 0.01, max: 100, noNaN: true }), some, (S, ratio, critical) => {
      const B = ratio * critical;
      const Smin = minimalSteps(S, B, critical);
      expect(relativeError((S / Smin - 1) * ((B * S) / (critical * Smin) - 1), 1)).toBeLessThan(1e-9);
    }), { numRuns: 1000 });
  });
  test("6·N·B_crit·S_min is C_min, which Section 6.1 calls its definition", () => {
    fc.assert(fc.property(some, some, some, some, (N, B, S, critical) => {
      expect(relativeError(6 * N * critical * minimalSteps(S, B, critical), minimalCompute(6 * N * B * S, B, critical))).toBeLessThan(1e-12);
    }), { numRuns: 1000 });
  });
});
