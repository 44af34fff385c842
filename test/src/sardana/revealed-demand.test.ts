import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loss } from "../../../src/parametric/loss.ts";
import { breakEven } from "../../../src/sardana/break-even.ts";
import { cheapestTraining, chinchillaTokens } from "../../../src/sardana/equal-loss.ts";
import { leastParameters } from "../../../src/parametric/tokens-for-loss.ts";
import { inferenceAware, lifetime } from "../../../src/sardana/inference-aware.ts";
import { revealedDemand } from "../../../src/sardana/revealed-demand.ts";
import { footnote2 } from "../../../src/sardana/tables.ts";
import { tokensOfSmaller } from "../../../src/parametric/smaller-model.ts";
import { expectDimensions } from "../dimensions.ts";
import { relativeError } from "../relative.ts";
import { besiroglu, hoffmannRounded } from "./laws.ts";

const fits = [hoffmannRounded, footnote2, besiroglu];
/** Llama 3 as counted: 8.03e9 and 70.6e9 parameters, 15T tokens. */
const llama = { small: 8.03e9, large: 70.6e9, D: 15e12 };
const size = fc.double({ min: 8, max: 12, noNaN: true }).map((u) => 10 ** u);
const overtrained = fc.record({ N: size, ratio: fc.double({ min: 1.1, max: 100, noNaN: true }), weight: fc.double({ min: 0.1, max: 20, noNaN: true }) });

describe("The demand that a model's training reveals", () => {
  test("Llama 3 8B: 6.8e13, 8.8e13 and 1.9e14 tokens under the three fits", () => {
    expect(fits.map((law) => revealedDemand(law, llama.small, llama.D).toPrecision(2))).toEqual(["6.8e+13", "8.8e+13", "1.9e+14"]);
  });
  test("Llama 3 70B: 9.2e12, 1.9e13 and 6.5e13", () => {
    expect(fits.map((law) => revealedDemand(law, llama.large, llama.D).toPrecision(2))).toEqual(["9.2e+12", "1.9e+13", "6.5e+13"]);
  });
  test("is the demand for which that model is the optimum, at any price", () => {
    fc.assert(fc.property(overtrained, ({ N, ratio, weight }) => {
      const D = ratio * chinchillaTokens(footnote2, N);
      const run = inferenceAware(footnote2, loss(footnote2, N, D), revealedDemand(footnote2, N, D, weight), weight);
      expect(relativeError(run.N, N)).toBeLessThan(1e-9);
      expect(relativeError(run.D, D)).toBeLessThan(1e-9);
    }), { numRuns: 1000 });
  });
  test("is none for Chinchilla's run and negative for a larger model", () => {
    const D = chinchillaTokens(footnote2, 1e10);
    expect(Math.abs(revealedDemand(footnote2, 1e10, D) / D)).toBeLessThan(1e-12);
    expect(revealedDemand(footnote2, 2e10, D)).toBeLessThan(0);
  });
  test("is in tokens", () => {
    const { alpha, beta } = footnote2;
    expectDimensions(({ A, B, N, D }) => revealedDemand({ E: 1.69, A, B, alpha, beta }, N, D),
      { A: [footnote2.A, { parameter: alpha }], B: [footnote2.B, { token: beta }], N: [8e9, { parameter: 1 }], D: [15e12, { token: 1 }] }, { token: 1 });
  });
});

describe("Breaking even", () => {
  test("Llama 3's training cost 1.98 and 5.50 times the cheapest of its loss for the 8B, 1.03 and 1.71 for the 70B", () => {
    const times = (N: number) => [hoffmannRounded, besiroglu].map((law) => breakEven(law, N, llama.D).overspend.toFixed(2));
    expect([times(llama.small), times(llama.large)]).toEqual([["1.98", "5.50"], ["1.03", "1.71"]]);
  });
  test("the 8B has paid that back after about 1e13 tokens under either fit", () => {
    expect([hoffmannRounded, besiroglu].map((law) => breakEven(law, llama.small, llama.D).tokens.toExponential(0))).toEqual(["1e+13", "1e+13"]);
  });
  test("at those tokens both lives cost the same", () => {
    fc.assert(fc.property(overtrained, ({ N, ratio, weight }) => {
      const D = ratio * chinchillaTokens(footnote2, N);
      const { tokens, overspend } = breakEven(footnote2, N, D, weight);
      const other = lifetime(cheapestTraining(footnote2, loss(footnote2, N, D)), tokens, weight);
      expect(relativeError(lifetime({ N, D }, tokens, weight).total, other.total)).toBeLessThan(1e-9);
      expect(overspend).toBeGreaterThan(1);
    }), { numRuns: 1000 });
  });
  test("comes before the demand for which the model would be the very best", () => {
    fits.forEach((law) => expect(breakEven(law, llama.small, llama.D).tokens).toBeLessThan(revealedDemand(law, llama.small, llama.D)));
  });
});

describe("Tick-tock by tokens alone, for a Pro of 100B on 10T", () => {
  test("half the size: 2.3 or 8.2 times the tokens; a quarter: 9.9 times or never; an eighth: 362 times or never", () => {
    const times = (law: typeof footnote2 | typeof besiroglu) => [2, 4, 8].map((r) => tokensOfSmaller(law, 100e9, 10e12, r).toPrecision(r === 8 ? 3 : 2));
    expect([times(hoffmannRounded), times(besiroglu)]).toEqual([["2.3", "9.9", "362"], ["8.2", "Infinity", "Infinity"]]);
  });
  test("because under Besiroglu's law that loss is out of reach below 30.6B", () => {
    expect((leastParameters(besiroglu, loss(besiroglu, 100e9, 10e12)) / 1e9).toFixed(1)).toBe("30.6");
  });
  test("the same size needs the same tokens, and the loss is met", () => {
    fc.assert(fc.property(size, fc.double({ min: 1, max: 2, noNaN: true }), (N, r) => {
      const D = 20 * N;
      expect(relativeError(tokensOfSmaller(footnote2, N, D, 1), 1)).toBeLessThan(1e-9);
      const times = tokensOfSmaller(footnote2, N, D, r);
      if (times < Infinity) expect(relativeError(loss(footnote2, N / r, times * D), loss(footnote2, N, D))).toBeLessThan(1e-12);
    }), { numRuns: 1000 });
  });
});
