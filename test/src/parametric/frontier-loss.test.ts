import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { printed } from "../../../src/besiroglu/refit.ts";
import { rounded } from "../../../src/hoffmann/approach-3.ts";
import { computeOfCut, cutOfCompute } from "../../../src/parametric/compute-multiplier.ts";
import { frontierExponent, frontierLoss, leastCompute } from "../../../src/parametric/frontier-loss.ts";
import { optimum } from "../../../src/parametric/optimum.ts";
import { expectDimensions } from "../dimensions.ts";
import { relativeError } from "../relative.ts";
import { anyLaw, powerOfTen, units } from "./laws.ts";

const cuts = fc.double({ min: 0.001, max: 0.9, noNaN: true });

describe("the loss of the best model for a budget", () => {
  test("is the closed form L* = E + A G^−α (1 + α/β) (C/6)^(−αβ/(α+β))", () => {
    fc.assert(fc.property(anyLaw, powerOfTen(16, 27), (law, C) => {
      expect(relativeError(frontierLoss(law, C), optimum(law, C).loss)).toBeLessThan(1e-12);
    }), { numRuns: 1000 });
  });
  test("gives the budget back, and no budget for E", () => {
    fc.assert(fc.property(anyLaw, powerOfTen(16, 24), (law, C) => {
      expect(relativeError(leastCompute(law, frontierLoss(law, C)), C)).toBeLessThan(1e-7);
    }), { numRuns: 1000 });
    expect(() => leastCompute(rounded, 1)).toThrow("loss above E must be positive: -0.69");
    expect(() => frontierLoss(rounded, 0)).toThrow("compute must be positive: 0");
  });
  test("falls above E as C to the 0.1535 by Hoffmann's rounded constants, to the 0.1783 by Besiroglu's", () => {
    expect([rounded, printed].map((law) => frontierExponent(law).toFixed(4))).toEqual(["0.1535", "0.1783"]);
  });
  test("carries no unit, whatever parameters and tokens are counted in", () => {
    const { E, A, B } = units(rounded);
    const law = (q: Record<string, number>) => ({ ...rounded, E: q.E!, A: q.A!, B: q.B! });
    expectDimensions((q) => frontierLoss(law(q), q.C!), { E, A, B, C: [1e21, { parameter: 1, token: 1 }] }, {});
    expectDimensions((q) => leastCompute(law(q), q.L!), { E, A, B, L: [2, {}] }, { parameter: 1, token: 1 });
  });
});

describe("a cut of the reducible loss, in compute", () => {
  test("of 1 % is 6.8 % by Hoffmann's rounded constants, 5.8 % by Besiroglu's; of 10 % it is 1.99 and 1.81 times", () => {
    expect([rounded, printed].map((law) => (100 * (computeOfCut(law, 0.01) - 1)).toFixed(1))).toEqual(["6.8", "5.8"]);
    expect([rounded, printed].map((law) => computeOfCut(law, 0.1).toFixed(2))).toEqual(["1.99", "1.81"]);
  });
  test("of 30 % is ten times the compute by Hoffmann's, of 34 % by Besiroglu's", () => {
    expect([rounded, printed].map((law) => (100 * cutOfCompute(law, 10)).toFixed(0))).toEqual(["30", "34"]);
  });
  test("is the same at every budget: so much more compute does reach that loss", () => {
    fc.assert(fc.property(anyLaw, powerOfTen(16, 24), cuts, (law, C, cut) => {
      const reducible = { ...law, E: 0 };
      const after = frontierLoss(reducible, C * computeOfCut(law, cut));
      expect(relativeError(after, frontierLoss(reducible, C) * (1 - cut))).toBeLessThan(1e-10);
    }), { numRuns: 1000 });
  });
  test("and back", () => {
    fc.assert(fc.property(anyLaw, cuts, (law, cut) => {
      expect(relativeError(cutOfCompute(law, computeOfCut(law, cut)), cut)).toBeLessThan(1e-11);
    }), { numRuns: 1000 });
  });
  test("of nothing is worth nothing, of everything no compute", () => {
    expect(computeOfCut(rounded, 0)).toBe(1);
    expect(cutOfCompute(rounded, Infinity)).toBe(1);
    expect(() => computeOfCut(rounded, 1)).toThrow("1 − cut must be above 0 and at most 1: 0");
    expect(() => cutOfCompute(rounded, 0)).toThrow("factor must be positive: 0");
  });
});
