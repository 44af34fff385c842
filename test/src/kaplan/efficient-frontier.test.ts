import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findRoot, minimize } from "../../../src/numbers.ts";
import { combinedExponent } from "../../../src/kaplan/combined-exponent.ts";
import { efficientFrontier, excessAtOptimum, frontierScale } from "../../../src/kaplan/efficient-frontier.ts";
import { lossOfSizeAndSteps } from "../../../src/kaplan/loss-of-size-and-steps.ts";
import { lossOfSize } from "../../../src/kaplan/loss-of-size.ts";
import { pfDay } from "../../../src/kaplan/pf-day.ts";
import { table3, table5, table6 } from "../../../src/kaplan/tables.ts";
import { computeForLoss } from "../../../src/kaplan/suboptimal-size.ts";
import { relativeError } from "../relative.ts";

const compute = fc.double({ min: 15, max: 26, noNaN: true }).map((u) => 10 ** u);
/** L(N, C) of Equation B.3, where L is on both sides because B_crit depends on it. */
function lossAt(N: number, C: number): number {
  const converged = lossOfSize(N);
  return findRoot((L) => computeForLoss(N, L) - C, converged * (1 + 1e-9), converged + 1e6);
}

describe("the compute-efficient frontier", () => {
  test("is the numerical minimum over N of L(N, C), with B_crit taken at the loss reached", () => {
    for (const C of [1e17, pfDay, 1e23]) {
      const best = minimize((N) => lossAt(N, C), 1e3, 1e14);
      const { N, L } = efficientFrontier(C);
      expect(relativeError(best.x, N)).toBeLessThan(1e-5);
      expect(relativeError(best.value, L)).toBeLessThan(1e-9);
    }
  });
  test("is the loss of L(N, S), spends 6·N·B_crit·S, and stops α_N/α_S above the converged loss (B.1, B.2, B.5)", () => {
    fc.assert(fc.property(compute, (C) => {
      const { L, N, S, B } = efficientFrontier(C);
      expect(relativeError(lossOfSizeAndSteps(N, S, table5), L)).toBeLessThan(1e-11);
      expect(relativeError(6 * N * B * S, C)).toBeLessThan(1e-11);
      expect(relativeError(L / lossOfSize(N), 1 + excessAtOptimum())).toBeLessThan(1e-11);
    }), { numRuns: 1000 });
  });
  test("is Equations B.9 and B.10 as printed", () => {
    fc.assert(fc.property(compute, (C) => {
      const { alphaN, Nc, alphaS, Bstar } = table5;
      const [r, aC, Cc] = [1 + excessAtOptimum(), combinedExponent(), frontierScale() * pfDay];
      const { N, S } = efficientFrontier(C);
      expect(relativeError(N, Nc * (C / Cc) ** (aC / alphaN) * r ** (1 / alphaN))).toBeLessThan(1e-11);
      expect(relativeError(S, (Cc / (6 * Nc * Bstar)) * r ** (-1 / alphaN) * (C / Cc) ** (aC / alphaS))).toBeLessThan(1e-11);
    }), { numRuns: 1000 });
  });
  test("stops 10 % above the converged loss", () => {
    expect((100 * excessAtOptimum()).toFixed(0)).toBe("10");
    expect((100 * excessAtOptimum(table3)).toFixed(0)).toBe("10");
  });
  test("should have Table 5's 3.1e8 PF-days for a scale and has 2.2e8, or 1.6e8 with Table 3 (K7)", () => {
    expect(frontierScale().toPrecision(2)).toBe("2.2e+8");
    expect(frontierScale({ ...table5, ...table3 }).toPrecision(2)).toBe("1.6e+8");
    expect(table5.CcMin / frontierScale()).toSatisfy((x: number) => x > 1.39 && x < 1.41);
  });
  test("has 0.60e9 parameters at 1 PF-day where Table 6's fit has 1.3e9 (K7)", () => {
    expect((efficientFrontier(pfDay).N / 1e9).toFixed(2)).toBe("0.60");
    expect((table6.Ne / efficientFrontier(pfDay).N).toFixed(1)).toBe("2.2");
  });
});
