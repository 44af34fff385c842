import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { allocation, equation4 } from "../../../src/deepseek/allocation.ts";
import { batch, learningRate } from "../../../src/deepseek/hyper-parameters.ts";
import { modelScale, withoutAttention, withVocabulary } from "../../../src/deepseek/model-scale.ts";
import { expectDimensions } from "../dimensions.ts";
import { localExponent, relativeError } from "../relative.ts";

/** Table 3: layers, width, N₁, N₂, M, 6N₁/M, 6N₂/M; the 0.86 is printed as 0.85 (D1). */
const table3: [layers: number, width: number, N1: number, N2: number, M: number, r1: string, r2: string][] = [
  [8, 512, 25.2e6, 77.6e6, 352e6, "0.43", "1.32"],
  [12, 768, 84.9e6, 164e6, 963e6, "0.53", "1.02"],
  [24, 1024, 302e6, 407e6, 3.02e9, "0.60", "0.81"],
  [24, 2048, 1.21e9, 1.42e9, 9.66e9, "0.75", "0.88"],
  [32, 4096, 6.44e9, 6.86e9, 45.1e9, "0.86", "0.91"],
  [40, 5120, 12.6e9, 13.1e9, 85.6e9, "0.88", "0.92"],
  [80, 8192, 64.4e9, 65.3e9, 419e9, "0.92", "0.94"],
];
/** The released models: shape, peak learning rate and batch as used, for 2T tokens. Layers and widths are from memory. */
const small = { layers: 30, width: 4096, context: 4096, rate: 4.2e-4, batch: 2304 * 4096 };
const large = { layers: 95, width: 8192, context: 4096, rate: 3.2e-4, batch: 4608 * 4096 };
const budget = (model: typeof small) => modelScale(model) * 2e12;
const compute = fc.double({ min: 17, max: 27, noNaN: true }).map((u) => 10 ** u);

describe("DeepSeek's model scale M", () => {
  test.each(table3)("of %i layers and width %i is that of Table 3, with N₁ and N₂, at 4,096 tokens and a vocabulary of 102,400", (layers, width, N1, N2, M, r1, r2) => {
    const shape = { layers, width, context: 4096, vocabulary: 102_400 };
    const printed = [[modelScale(shape), M], [withoutAttention(shape) / 6, N1], [withVocabulary(shape) / 6, N2]] as const;
    for (const [ours, theirs] of printed) expect(relativeError(ours, theirs)).toBeLessThan(5e-3);
    expect([(withoutAttention(shape) / modelScale(shape)).toFixed(2), (withVocabulary(shape) / modelScale(shape)).toFixed(2)]).toEqual([r1, r2]);
  });
  test("has 0.857 for 6N₁/M of 32 layers and width 4096, where Table 3 prints 0.85 (D1)", () => {
    const ratio = withoutAttention({ layers: 32, width: 4096 }) / modelScale({ layers: 32, width: 4096, context: 4096 });
    expect([ratio.toFixed(3), ratio.toFixed(2) === "0.85"]).toEqual(["0.857", false]);
  });
  test("is 6N₁ when there is no context to attend to", () => {
    expect(relativeError(modelScale({ layers: 30, width: 4096, context: 1e-9 }), withoutAttention({ layers: 30, width: 4096 }))).toBeLessThan(1e-12);
  });
  test("no layers, no scale", () => {
    expect(() => modelScale({ ...small, layers: 0 })).toThrow("layers must be positive: 0");
    expect(() => withVocabulary({ ...small, vocabulary: -1 })).toThrow("vocabulary must be positive: -1");
  });
});

describe("DeepSeek's allocation", () => {
  test("spends C = M·D within 0.02 % at every budget: coefficients that multiply to 1.0001, exponents that add up to one", () => {
    fc.assert(fc.property(compute, (C) => {
      const { M, D } = allocation(C);
      expect(relativeError(M * D, C)).toBeLessThan(2e-4);
    }), { numRuns: 1000 });
  });
  test("gives FLOP per token and tokens: its coefficients carry what the powers of C leave", () => {
    const { a, b } = equation4;
    const inputs = { C: [1e20, { FLOP: 1 }], Mbase: [0.2, { FLOP: 1 - a, token: -1 }], Dbase: [6, { token: 1, FLOP: -b }] } as const;
    expectDimensions(({ C, Mbase, Dbase }) => allocation(C!, { ...equation4, Mbase: Mbase!, Dbase: Dbase! }).M, inputs, { FLOP: 1, token: -1 });
    expectDimensions(({ C, Mbase, Dbase }) => allocation(C!, { ...equation4, Mbase: Mbase!, Dbase: Dbase! }).D, inputs, { token: 1 });
  });
  test("has the exponents 0.524 and 0.476 of Table 4", () => {
    expect(localExponent((C) => allocation(C).M, 1e20).toFixed(3)).toBe("0.524");
    expect(localExponent((C) => allocation(C).D, 1e20).toFixed(3)).toBe("0.476");
  });
  test("has fewer tokens per parameter the more compute there is (D3)", () => {
    const ratio = (C: number) => allocation(C).D / allocation(C).M;
    fc.assert(fc.property(compute, (C) => {
      expect(ratio(C * 1.5)).toBeLessThan(ratio(C));
    }), { numRuns: 1000 });
  });
  test("no compute, no model", () => {
    expect(() => allocation(0)).toThrow("compute must be positive: 0");
  });
});

describe("DeepSeek's hyper-parameters", () => {
  test("are those of the released models within 10 %: the 7B's rate 1.1 % above, its batch 2.3 % below, the 67B's 2.5 % below and 9.4 % above what was used (D2)", () => {
    const off = [small, large].flatMap((model) => [learningRate(budget(model)) / model.rate, batch(budget(model)) / model.batch]);
    expect(off.map((ratio) => (100 * (ratio - 1)).toFixed(1))).toEqual(["1.1", "-2.3", "-2.5", "9.4"]);
  });
  test("let the rate fall and the batch grow with compute", () => {
    fc.assert(fc.property(compute, (C) => {
      expect(learningRate(C * 1.5)).toBeLessThan(learningRate(C));
      expect(batch(C * 1.5)).toBeGreaterThan(batch(C));
    }), { numRuns: 1000 });
  });
  test("no compute, no rate and no batch", () => {
    expect(() => learningRate(0)).toThrow("compute must be positive: 0");
    expect(() => batch(-1)).toThrow("compute must be positive: -1");
  });
  test("are laws of compute alone: M is counted in FLOP per token", () => {
    expectDimensions(({ layers, width, context }) => modelScale({ layers: layers!, width: width!, context: context! }), { layers: [10, {}], width: [4096, {}], context: [4096, {}] }, {});
  });
});
