import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { figure3, optimalTokens, text } from "../../../src/llama3/optimal-tokens.ts";
import { parametersFor, sixND } from "../../../src/transformer/six-n-d.ts";
import { expectDimensions } from "../dimensions.ts";
import { localExponent } from "../relative.ts";

const budget = 3.8e25;
const flagship = { N: 402e9, D: 16.55e12 };

describe("Llama 3's law of tokens", () => {
  test("gives 10.5T tokens and 605B parameters for 3.8e25 FLOP by the text's constants, not the 16.55T and 402B beside them (L1)", () => {
    const D = optimalTokens(budget, text);
    expect([(D / 1e12).toFixed(1), (parametersFor(budget, D) / 1e9).toFixed(0)]).toEqual(["10.5", "605"]);
    expect(D / flagship.D).toSatisfy((x: number) => x > 0.6315 && x < 0.633);
  });
  test("gives 16.3T and 389B by the figure's, 1.6 % and 3 % short of them", () => {
    const D = optimalTokens(budget, figure3);
    expect([(D / 1e12).toFixed(1), (parametersFor(budget, D) / 1e9).toFixed(0)]).toEqual(["16.3", "389"]);
    expect(D / flagship.D).toSatisfy((x: number) => x > 0.984 && x < 0.985);
    expect(D).toBe(optimalTokens(budget));
  });
  test("would need an exponent of 0.5378 with the text's coefficient, and of 0.5373 with the figure's", () => {
    const exponent = (law: typeof text | typeof figure3) => Math.log(flagship.D / optimalTokens(1, law)) / Math.log(budget);
    expect([exponent(text).toFixed(4), exponent(figure3).toFixed(4)]).toEqual(["0.5378", "0.5373"]);
  });
  test("spends 3.99e25 FLOP with the 402B and 16.55T of the text, 5 % more than the budget beside them", () => {
    expect(sixND(flagship.N, flagship.D).toPrecision(3)).toBe("3.99e+25");
    expect((sixND(405e9, 15.6e12) / budget - 1).toFixed(3)).toBe("-0.002");
  });
  test("counts tokens, though it is called N*: 10.5T would be no size (L2)", () => {
    expect(optimalTokens(budget, text)).toBeGreaterThan(25 * 405e9);
  });
  test("grows faster than half, so the tokens per parameter rise with compute (D3)", () => {
    for (const law of [text, figure3]) {
      const ratio = (C: number) => optimalTokens(C, law) / parametersFor(C, optimalTokens(C, law));
      expect(localExponent((C) => optimalTokens(C, law), 1e22)).toBeGreaterThan(0.5);
      fc.assert(fc.property(fc.double({ min: 18, max: 27, noNaN: true }), (u) => {
        expect(ratio(10 ** (u + 0.1))).toBeGreaterThan(ratio(10 ** u));
      }), { numRuns: 1000 });
    }
  });
  test("is a law of tokens", () => {
    expectDimensions(({ C, A }) => optimalTokens(C!, { A: A!, alpha: 0.5 }), { C: [1e22, { FLOP: 1 }], A: [0.3, { token: 1, FLOP: -0.5 }] }, { token: 1 });
  });
  test("no compute, no tokens", () => {
    expect(() => optimalTokens(0)).toThrow("compute must be positive: 0");
  });
});
