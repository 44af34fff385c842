import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { denseBelow } from "../../../src/abnar/dense-below.ts";
import { sparsityLoss } from "../../../src/abnar/sparsity-loss.ts";

const budgets = fc.double({ min: 18, max: 24, noNaN: true }).map((u) => 10 ** u);

describe("the size below which a dense model is the best of its size", () => {
  test("a little sparsity harms a smaller model and helps a larger one, at the same compute", () => {
    fc.assert(fc.property(budgets, fc.double({ min: 1.01, max: 100, noNaN: true }), (C, factor) => {
      const gained = (N: number, S = 1e-4) => sparsityLoss(N, C / (6 * N), 0) - sparsityLoss(N, C / (6 * N * (1 - S)), S);
      const N = denseBelow(C);
      expect([Math.sign(gained(N / factor)), Math.sign(gained(N * factor))]).toEqual([-1, 1]);
    }), { numRuns: 1000 });
  });
  test("for one of that size no sparsity is better than none", () => {
    fc.assert(fc.property(budgets, fc.double({ min: 0.001, max: 0.999, noNaN: true }), (C, S) => {
      const N = denseBelow(C);
      expect(sparsityLoss(N, C / (6 * N * (1 - S)), S)).toBeGreaterThan(sparsityLoss(N, C / (6 * N), 0));
    }), { numRuns: 1000 });
  });
  test("between 3e19 and 1e21 FLOP it is 43 to 281 million, where the paper reads about 500 off its surfaces", () => {
    expect([3e19, 1e21].map((C) => (denseBelow(C) / 1e6).toFixed(0))).toEqual(["43", "281"]);
  });
  test("compute is above zero", () => {
    expect(() => denseBelow(0)).toThrow("compute must be positive: 0");
  });
});
