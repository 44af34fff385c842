import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { minimize } from "../../../src/numbers.ts";
import { efficientFrontier, excessAtOptimum } from "../../../src/kaplan/efficient-frontier.ts";
import { computeForLoss, suboptimalCompute, suboptimalSteps } from "../../../src/kaplan/suboptimal-size.ts";
import { relativeError } from "../relative.ts";

describe("a size that is not the best", () => {
  test("costs 16.4 % more compute at 0.6 times the optimum and 20.3 % at 2.2, printed as 20 %", () => {
    expect([suboptimalCompute(0.6).toFixed(3), suboptimalCompute(2.2).toFixed(3)]).toEqual(["1.164", "1.203"]);
    expect((suboptimalCompute(2.2) - 1).toFixed(1)).toBe("0.2");
  });
  test("of 2.2 times the optimum takes 45 % fewer steps, as Section B.4 prints", () => {
    expect((1 - suboptimalSteps(2.2)).toFixed(2)).toBe("0.45");
  });
  test("costs what the compute to the same loss says, B.15 over B.15", () => {
    fc.assert(fc.property(fc.double({ min: 0.4, max: 30, noNaN: true }), fc.double({ min: 16, max: 25, noNaN: true }), (k, u) => {
      const { N, L } = efficientFrontier(10 ** u);
      expect(relativeError(computeForLoss(k * N, L) / 10 ** u, suboptimalCompute(k))).toBeLessThan(1e-8);
    }), { numRuns: 1000 });
  });
  test("costs least at the optimum, and nothing more there", () => {
    expect([suboptimalCompute(1), suboptimalSteps(1)]).toEqual([1, 1]);
    expect(relativeError(minimize(suboptimalCompute, 0.3, 10).x, 1)).toBeLessThan(1e-6);
  });
  test("never gets there where its converged loss is above the optimum's, below 0.285 times the best size", () => {
    const floor = (1 + excessAtOptimum()) ** (-1 / 0.076);
    expect(floor.toFixed(3)).toBe("0.285");
    expect([suboptimalCompute(floor * 0.999), computeForLoss(1e6, 1)]).toEqual([Infinity, Infinity]);
    expect(suboptimalCompute(floor * 1.001)).toSatisfy(Number.isFinite);
  });
});
