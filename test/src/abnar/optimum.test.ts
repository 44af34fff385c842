import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { optimum } from "../../../src/abnar/optimum.ts";
import { sparsity, sparsityLoss } from "../../../src/abnar/sparsity-loss.ts";
import { table3 } from "../../../src/abnar/table-3.ts";
import { minimize } from "../../../src/numbers.ts";
import { loss } from "../../../src/parametric/loss.ts";
import { expectDimensions } from "../dimensions.ts";
import { relativeError } from "../relative.ts";

const budgets = fc.double({ min: 18, max: 24, noNaN: true }).map((u) => 10 ** u);
const sizes = fc.double({ min: 7, max: 12, noNaN: true }).map((u) => 10 ** u);
const sparsities = fc.double({ min: 0, max: 0.999, noNaN: true });

describe("Abnar's law of sparsity", () => {
  test("it is 16612.50/N^0.5962 + 5455.67/D^0.3954 + 0.4598 (1−S)^0.1666 + 17.26/((1−S)^0.1603 N^0.1595) + 0.94", () => {
    fc.assert(fc.property(sizes, sizes, sparsities, (N, D, S) => {
      const terms = [16612.50 / N ** 0.5962, 5455.67 / D ** 0.3954, 0.4598 * (1 - S) ** 0.1666, 17.26 / ((1 - S) ** 0.1603 * N ** 0.1595), 0.94];
      expect(relativeError(sparsityLoss(N, D, S), terms.reduce((sum, term) => sum + term))).toBeLessThan(1e-12);
    }), { numRuns: 1000 });
  });
  test("a dense model, S = 0, without end is left with c + e = 1.3998 nats, a sparse one in the limit with e = 0.94", () => {
    expect(relativeError(sparsityLoss(Infinity, Infinity, 0), 1.3998)).toBeLessThan(1e-13);
    expect(sparsityLoss(Infinity, Infinity, 1 - 1e-15) - 0.94).toSatisfy((left: number) => left > 0 && left < 0.002);
  });
  test("without its two terms of sparsity it is a parametric law", () => {
    fc.assert(fc.property(sizes, sizes, sparsities, (N, D, S) => {
      const { a, alpha, b, beta, e } = table3;
      expect(relativeError(sparsityLoss(N, D, S, { ...table3, c: 0, d: 0 }), loss({ E: e, A: a, B: b, alpha, beta }, N, D))).toBeLessThan(1e-12);
    }), { numRuns: 1000 });
  });
  test("S = (E − K)/E", () => {
    expect([sparsity(64, 2), sparsity(8, 8), sparsity(50, 1)]).toEqual([0.96875, 0, 0.98]);
  });
  test("dimensions", () => {
    const { alpha, beta, gamma } = table3;
    expectDimensions(
      ({ N, D, a, b, d }) => sparsityLoss(N, D, 0.9, { ...table3, a, b, d }),
      { N: [1e10, { parameter: 1 }], D: [1e11, { token: 1 }], a: [table3.a, { parameter: alpha }], b: [table3.b, { token: beta }], d: [table3.d, { parameter: gamma }] }, {},
    );
  });
  test("sizes are above zero, and a token meets some experts, but no more than there are", () => {
    expect(() => sparsityLoss(0, 1e9, 0.5)).toThrow("parameters must be positive: 0");
    expect(() => sparsityLoss(1e9, 0, 0.5)).toThrow("tokens must be positive: 0");
    expect(() => sparsityLoss(1e9, 1e9, 1)).toThrow("part of the experts that a token meets must be above 0 and at most 1: 0");
    expect(() => sparsity(8, 0)).toThrow("met experts must be positive: 0");
    expect(() => sparsity(8, 16)).toThrow("part of the experts that a token meets must be above 0 and at most 1: 2");
  });
});

describe("the optimum at one sparsity", () => {
  test("no other size has less loss for 6N(1 − S)D FLOP", () => {
    fc.assert(fc.property(budgets, sparsities, (C, S) => {
      const best = optimum(C, S);
      const least = minimize((N) => sparsityLoss(N, C / (6 * N * (1 - S)), S), best.N / 100, best.N * 100);
      expect(relativeError(best.loss, least.value)).toBeLessThan(1e-12);
      expect(relativeError(6 * best.active * best.D, C)).toBeLessThan(1e-12);
    }), { numRuns: 1000 });
  });
  test("the larger the sparsity the better, without end: more parameters, fewer that a token meets, more tokens for each", () => {
    fc.assert(fc.property(fc.double({ min: 18, max: 22, noNaN: true }).map((u) => 10 ** u), fc.double({ min: 0, max: 0.99, noNaN: true }), (C, S) => {
      const [less, more] = [optimum(C, S), optimum(C, 1 - (1 - S) / 2)];
      expect([more.loss < less.loss, more.N > less.N, more.active < less.active, more.D > less.D]).toEqual([true, true, true, true]);
    }), { numRuns: 1000 });
  });
  test("at 1e20 FLOP 99 % sparsity takes 154 tokens for each active parameter, a dense model 41", () => {
    expect([0.99, 0].map((S) => (optimum(1e20, S).D / optimum(1e20, S).active).toFixed(0))).toEqual(["154", "41"]);
  });
  test("compute is above zero", () => {
    expect(() => optimum(0, 0.9)).toThrow("compute must be positive: 0");
  });
});
