import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { printed } from "../../../src/besiroglu/refit.ts";
import { rounded } from "../../../src/hoffmann/approach-3.ts";
import { loss } from "../../../src/parametric/loss.ts";
import { leastTokens, parametersForLoss } from "../../../src/parametric/parameters-for-loss.ts";
import { tokensOfSmaller } from "../../../src/parametric/smaller-model.ts";
import { leastParameters, tokensForLoss } from "../../../src/parametric/tokens-for-loss.ts";
import { expectDimensions } from "../dimensions.ts";
import { relativeError } from "../relative.ts";
import { anyLaw, powerOfTen, units } from "./laws.ts";

const [size, data] = [powerOfTen(6, 11), powerOfTen(8, 12)];

describe("parameters and tokens of equal loss", () => {
  test("each gives the other back", () => {
    fc.assert(fc.property(anyLaw, size, data, (law, N, D) => {
      const reached = loss(law, N, D);
      expect(relativeError(tokensForLoss(law, reached, N), D)).toBeLessThan(1e-6);
      expect(relativeError(parametersForLoss(law, reached, D), N)).toBeLessThan(1e-6);
    }), { numRuns: 1000 });
  });
  test("more of one needs less of the other", () => {
    fc.assert(fc.property(anyLaw, size, data, powerOfTen(0.01, 2), (law, N, D, factor) => {
      const reached = loss(law, N, D);
      expect(tokensForLoss(law, reached, N * factor)).toBeLessThan(D);
      expect(parametersForLoss(law, reached, D * factor)).toBeLessThan(N);
    }), { numRuns: 1000 });
  });
  test("have a least N and a least D, which reach the loss with infinitely much of the other", () => {
    fc.assert(fc.property(anyLaw, size, data, (law, N, D) => {
      const reached = loss(law, N, D);
      const [floorN, floorD] = [leastParameters(law, reached), leastTokens(law, reached)];
      expect(relativeError(loss(law, floorN, Infinity), reached)).toBeLessThan(1e-12);
      expect(relativeError(loss(law, Infinity, floorD), reached)).toBeLessThan(1e-12);
      expect([floorN < N, floorD < D]).toEqual([true, true]);
    }), { numRuns: 1000 });
  });
  test("below which none of the other is enough", () => {
    const reached = loss(rounded, 1e10, 1e11);
    expect([tokensForLoss(rounded, reached, 0.999 * leastParameters(rounded, reached)), parametersForLoss(rounded, reached, 0.999 * leastTokens(rounded, reached))]).toEqual([Infinity, Infinity]);
  });
  test("carry the units of parameters and tokens", () => {
    const { E, A, B } = units(printed);
    const law = (q: Record<string, number>) => ({ ...printed, E: q.E!, A: q.A!, B: q.B! });
    const L = [2.2, {}] as const;
    expectDimensions((q) => tokensForLoss(law(q), q.L!, q.N!), { E, A, B, L, N: [1e10, { parameter: 1 }] }, { token: 1 });
    expectDimensions((q) => parametersForLoss(law(q), q.L!, q.D!), { E, A, B, L, D: [1e12, { token: 1 }] }, { parameter: 1 });
    expectDimensions((q) => leastParameters(law(q), q.L!), { E, A, L }, { parameter: 1 });
    expectDimensions((q) => leastTokens(law(q), q.L!), { E, B, L }, { token: 1 });
  });
  test("no loss of E", () => {
    expect(() => leastParameters({ E: 2, A: 1, alpha: 0.5 }, 2)).toThrow("loss above E must be positive: 0");
  });
});

describe("a model half as large, and as good as one of 100B parameters on 10T tokens", () => {
  test("sees 2.3 times the tokens by Hoffmann's rounded constants, 8.2 times by Besiroglu's", () => {
    expect([rounded, printed].map((law) => tokensOfSmaller(law, 100e9, 10e12, 2).toFixed(1))).toEqual(["2.3", "8.2"]);
  });
  test("a quarter and an eighth see 9.9 and 362 times by Hoffmann's; by Besiroglu's neither can, below 30.6B parameters", () => {
    expect([4, 8].map((shrink) => tokensOfSmaller(rounded, 100e9, 10e12, shrink).toPrecision(shrink === 4 ? 2 : 3))).toEqual(["9.9", "362"]);
    expect([4, 8].map((shrink) => tokensOfSmaller(printed, 100e9, 10e12, shrink))).toEqual([Infinity, Infinity]);
    expect((leastParameters(printed, loss(printed, 100e9, 10e12)) / 1e9).toFixed(1)).toBe("30.6");
  });
  test("the same size sees the same tokens", () => {
    fc.assert(fc.property(anyLaw, size, data, (law, N, D) => {
      expect(relativeError(tokensOfSmaller(law, N, D, 1), 1)).toBeLessThan(1e-6);
    }), { numRuns: 1000 });
  });
});
