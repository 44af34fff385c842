import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { keptTokenCost, overTrainingCost } from "../../../src/synthetic/kept-token.ts";
import { matchedSamples, samplingCost } from "../../../src/synthetic/matched-sampling.ts";
import { gemini15 } from "../../../src/synthetic/tables.ts";
import { flopsPerParameter, sixND } from "../../../src/transformer/six-n-d.ts";
import { expectDimensions } from "../dimensions.ts";
import { relativeError } from "../relative.ts";

const size = fc.double({ min: 8, max: 12, noNaN: true }).map((u) => 10 ** u);

describe("Samples of a weak generator for the cost of a strong one's (Bansal)", () => {
  test("Gemma 2 9B for 27B: 3 for 1 and 30 for 10", () => {
    expect([matchedSamples(1), matchedSamples(10)]).toEqual([3, 30]);
  });
  test("Gemini 1.5 Flash for Pro by price: 35 for 1", () => {
    expect(relativeError(matchedSamples(1, gemini15), 35)).toBeLessThan(1e-12);
  });
  test("cost the same, whatever the problems and the length of a solution", () => {
    fc.assert(fc.property(size, size, fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 1, max: 1e4 }), (strong, weak, problems, tokens) => {
      const matched = samplingCost(problems, matchedSamples(10, { strong, weak }), tokens, weak);
      expect(relativeError(matched, samplingCost(problems, 10, tokens, strong))).toBeLessThan(1e-12);
    }), { numRuns: 1000 });
  });
  test("a solution of W tokens costs W forward passes", () => {
    expect(samplingCost(1, 1, 512, 9e9)).toBe(512 * flopsPerParameter(9e9).forward);
  });
  test("has its dimensions", () => {
    expectDimensions(({ W, P }) => samplingCost(7500, 10, W, P), { W: [512, { token: 1 }], P: [9e9, { parameter: 1 }] }, { token: 1, parameter: 1 });
    expectDimensions((pair) => matchedSamples(1, pair), { strong: [12, { dollar: 1 }], weak: [0.4, { dollar: 1 }] }, {});
  });
  test("no samples, no free generator", () => {
    expect(() => matchedSamples(0)).toThrow("samples must be positive: 0");
    expect(() => matchedSamples(1, { strong: 1, weak: 0 })).toThrow("weak must be positive: 0");
    expect(() => samplingCost(-1, 1, 1, 1)).toThrow("problems must be positive: -1");
  });
});

describe("The cost of a synthetic token that is kept", () => {
  const production = { generator: 70e9, filter: 8e9, kept: 0.3 };
  test("70B writing, 8B filtering, 30 % kept: 5.2e11 FLOP, 10.8 times what training 8B on it costs", () => {
    expect(keptTokenCost(production).toPrecision(2)).toBe("5.2e+11");
    expect(flopsPerParameter(8e9).training.toPrecision(2)).toBe("4.8e+10");
    expect(overTrainingCost(production, 8e9).toFixed(1)).toBe("10.8");
  });
  test("with nothing filtered and all kept is a forward pass: a third of training the generator on it", () => {
    fc.assert(fc.property(size, (N) => {
      expect(relativeError(overTrainingCost({ generator: N, filter: 0, kept: 1 }, N), 1 / 3)).toBeLessThan(1e-12);
    }), { numRuns: 1000 });
  });
  test("is what a whole production costs over the tokens that it leaves", () => {
    fc.assert(fc.property(size, size, fc.double({ min: 0.01, max: 1, noNaN: true }), (generator, filter, kept) => {
      const written = 1e9;
      const [write, judge] = [samplingCost(1, 1, written, generator), samplingCost(1, 1, written, filter)];
      expect(relativeError(keptTokenCost({ generator, filter, kept }), (write + judge) / (kept * written))).toBeLessThan(1e-12);
    }), { numRuns: 1000 });
  });
  test("over several epochs is spread over each token's visits", () => {
    expect(relativeError(overTrainingCost(production, 8e9, 4), (keptTokenCost(production) * 1e9) / sixND(8e9, 4e9))).toBeLessThan(1e-12);
  });
  test("has its dimensions, and no share above one", () => {
    expectDimensions((x) => keptTokenCost({ ...x, kept: 0.3 }), { generator: [70e9, { parameter: 1 }], filter: [8e9, { parameter: 1 }] }, { parameter: 1 });
    expect(() => keptTokenCost({ ...production, kept: 1.5 })).toThrow("kept must be above 0 and at most 1: 1.5");
    expect(() => keptTokenCost({ ...production, filter: -1 })).toThrow("filter must not be negative: -1");
    expect(() => overTrainingCost(production, 0)).toThrow("parameters must be positive: 0");
  });
});
