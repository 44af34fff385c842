import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { printed } from "../../../src/besiroglu/refit.ts";
import { inFull, rounded } from "../../../src/hoffmann/approach-3.ts";
import { minimize } from "../../../src/numbers.ts";
import { budgetOfSize, budgetOfTokens } from "../../../src/parametric/budget-of-size.ts";
import { isoFlopLoss } from "../../../src/parametric/iso-flop.ts";
import { loss, reducibleLoss } from "../../../src/parametric/loss.ts";
import { frontier, optimum } from "../../../src/parametric/optimum.ts";
import { expectDimensions } from "../dimensions.ts";
import { relativeError } from "../relative.ts";
import { anyLaw, powerOfTen, units } from "./laws.ts";

describe("the parametric law", () => {
  test("falls with parameters and with tokens, and never below E", () => {
    fc.assert(fc.property(anyLaw, powerOfTen(6, 13), powerOfTen(8, 14), powerOfTen(0.01, 2), (law, N, D, factor) => {
      expect(loss(law, N * factor, D)).toBeLessThan(loss(law, N, D));
      expect(loss(law, N, D * factor)).toBeLessThan(loss(law, N, D));
      expect(loss(law, Infinity, Infinity)).toBe(law.E);
      expect(relativeError(law.E + reducibleLoss(law, N, D), loss(law, N, D))).toBeLessThan(1e-15);
    }), { numRuns: 1000 });
  });
  test("is in nats per token, with A in nats·parameter^α and B in nats·token^β", () => {
    const { E, A, B } = units(inFull);
    expectDimensions((q) => loss({ ...inFull, E: q.E!, A: q.A!, B: q.B! }, q.N!, q.D!), { E, A, B, N: [1e9, { parameter: 1 }], D: [1e10, { token: 1 }] }, {});
  });
  test("neither no parameters nor no tokens", () => {
    expect(() => loss(inFull, 0, 1)).toThrow("parameters must be positive: 0");
    expect(() => loss(inFull, 1, -1)).toThrow("tokens must be positive: -1");
  });
});

describe("its optimum under C = 6ND", () => {
  test("is the numerical minimum of the isoFLOP curve", () => {
    fc.assert(fc.property(anyLaw, powerOfTen(16, 27), (law, C) => {
      const { N, loss: least } = optimum(law, C);
      const best = minimize((n) => isoFlopLoss({ ...law, E: 0 }, C, n), N / 1e3, N * 1e3);
      expect(relativeError(law.E + best.value, least)).toBeLessThan(1e-12);
      expect(relativeError(best.x, N)).toBeLessThan(1e-6);
    }), { numRuns: 200 });
  });
  test("spends C, and there αA/N^α is βB/D^β", () => {
    fc.assert(fc.property(anyLaw, powerOfTen(16, 27), (law, C) => {
      const { N, D } = optimum(law, C);
      expect(relativeError(6 * N * D, C)).toBeLessThan(1e-12);
      expect(relativeError(law.alpha * law.A * N ** -law.alpha, law.beta * law.B * D ** -law.beta)).toBeLessThan(1e-11);
    }), { numRuns: 1000 });
  });
  test("is what every other size at that budget falls short of", () => {
    fc.assert(fc.property(anyLaw, powerOfTen(16, 27), powerOfTen(-3, 3), (law, C, k) => {
      const { N, loss: least } = optimum(law, C);
      expect(isoFlopLoss(law, C, N * k)).toBeGreaterThanOrEqual(least * (1 - 1e-14));
    }), { numRuns: 1000 });
  });
  test("gives the budget back from its size, and from its tokens", () => {
    fc.assert(fc.property(anyLaw, powerOfTen(16, 27), (law, C) => {
      const { N, D } = optimum(law, C);
      expect(relativeError(budgetOfSize(law, N), C)).toBeLessThan(1e-11);
      expect(relativeError(budgetOfTokens(law, D), C)).toBeLessThan(1e-11);
    }), { numRuns: 1000 });
  });
  test("has G = 1.345 by Hoffmann's rounded constants, 1.300 by the unrounded ones, and 0.1196 by Besiroglu's", () => {
    expect([rounded, inFull, printed].map((law) => frontier(law).G.toPrecision(4))).toEqual(["1.345", "1.300", "0.1196"]);
  });
  test("has parameters of (parameter·token)^a, which the unit of G completes", () => {
    const { A, B } = units(inFull);
    const inputs = { A, B, C: [1e21, { parameter: 1, token: 1 }] } as const;
    const { a, b } = frontier(inFull);
    expect(Math.abs(a + b - 1)).toBeLessThan(5e-16);
    expectDimensions((q) => optimum({ ...inFull, A: q.A!, B: q.B! }, q.C!).N, inputs, { parameter: 1 });
    expectDimensions((q) => optimum({ ...inFull, A: q.A!, B: q.B! }, q.C!).D, inputs, { token: 1 });
    expectDimensions((q) => budgetOfSize({ ...inFull, A: q.A!, B: q.B! }, q.N!), { A, B, N: [1e9, { parameter: 1 }] }, { parameter: 1, token: 1 });
    expectDimensions((q) => budgetOfTokens({ ...inFull, A: q.A!, B: q.B! }, q.D!), { A, B, D: [1e9, { token: 1 }] }, { parameter: 1, token: 1 });
  });
  test("no compute, no optimum, and none for exponents of zero", () => {
    expect(() => optimum(inFull, 0)).toThrow("compute must be positive: 0");
    expect(() => optimum({ ...inFull, alpha: 0 }, 1e20)).toThrow("alpha must be positive: 0");
    expect(() => budgetOfSize(inFull, -1)).toThrow("parameters must be positive: -1");
  });
});
