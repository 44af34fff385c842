import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { minimize } from "../../../src/numbers.ts";
import { stoppingEarly } from "../../../src/kaplan/convergence.ts";
import { excessAtOptimum } from "../../../src/kaplan/efficient-frontier.ts";
import { sizeOfLoss } from "../../../src/kaplan/loss-of-size.ts";
import { computeForLoss } from "../../../src/kaplan/suboptimal-size.ts";
import { relativeError } from "../relative.ts";

describe("stopping early", () => {
  test("takes 2.7 times the parameters and 0.13 of the steps, as B.12 and B.13 print, and 64 % less compute, which the rounded product 2.7·0.13 makes the printed 65", () => {
    const { parameters, steps, compute } = stoppingEarly(0.1);
    expect([parameters.toFixed(1), steps.toFixed(2)]).toEqual(["2.7", "0.13"]);
    expect((100 * (1 - compute)).toFixed(0)).toBe("64");
    expect((2.7 * 0.13).toFixed(2)).toBe("0.35");
  });
  test("takes 7.5 times fewer steps; the printed 7.7 is 1/0.13, rounded before it was inverted", () => {
    expect((1 / stoppingEarly(0.1).steps).toFixed(1)).toBe("7.5");
    expect((1 / 0.13).toFixed(1)).toBe("7.7");
  });
  test("is the ratio of two runs to one loss, whatever the loss", () => {
    fc.assert(fc.property(fc.double({ min: 1.5, max: 5, noNaN: true }), fc.double({ min: 0.001, max: 0.5, noNaN: true }), (L, other) => {
      const run = (f: number) => computeForLoss(sizeOfLoss(L / (1 + f)), L);
      expect(relativeError(run(0.1) / run(other), stoppingEarly(0.1, other).compute)).toBeLessThan(1e-8);
    }), { numRuns: 1000 });
  });
  test("saves most where f is α_N/α_S", () => {
    expect(relativeError(minimize((f) => stoppingEarly(f).compute, 1e-3, 10).x, excessAtOptimum())).toBeLessThan(1e-6);
  });
});
