import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { computeFor, crossingYear, yearsEarlier } from "../../../src/villalobos/crossing.ts";
import { effectiveStock, rawStock } from "../../../src/villalobos/stock.ts";
import { optimum } from "../../../src/parametric/optimum.ts";
import { atRatio } from "../../../src/transformer/six-n-d.ts";
import { expectDimensions } from "../dimensions.ts";
import { relativeError } from "../relative.ts";

const stock = fc.double({ min: 13.5, max: 17, noNaN: true }).map((u) => 10 ** u);

describe("The stock of text (Villalobos, Section 2)", () => {
  test("250e9 pages of 7,000 bytes at 4 bytes a token are 437.5e12 tokens, 14 % short of the 510e12 printed", () => {
    expect(rawStock(0)).toBe(437.5e12);
    expect((100 * (1 - rawStock(0) / 510e12)).toFixed(0)).toBe("14");
  });
  test("three years at 5 % make it 506e12, within 1 % of the print", () => {
    expect(relativeError(rawStock(3), 437.5e12 * 1.157625)).toBeLessThan(1e-12);
    expect(relativeError(rawStock(3), 510e12)).toBeLessThan(0.01);
  });
  test("a fifth of 510e12 kept and seen four times is the 4e14 of Figure 5", () => {
    expect(relativeError(effectiveStock(510e12), 408e12)).toBeLessThan(1e-12);
    expect(effectiveStock(510e12).toExponential(0)).toBe("4e+14");
  });
  test("what is kept and how often it is seen each count in proportion", () => {
    fc.assert(fc.property(stock, fc.double({ min: 0.01, max: 1, noNaN: true }), fc.double({ min: 1, max: 5, noNaN: true }), (raw, kept, epochs) => {
      expect(relativeError(effectiveStock(raw, { kept, epochs }), kept * epochs * raw)).toBeLessThan(1e-12);
    }), { numRuns: 1000 });
  });
  test("pages times bytes over bytes a token are tokens", () => {
    const web = { bytesPerPage: [7000, { byte: 1 }], bytesPerToken: [4, { byte: 1, token: -1 }] } as const;
    expectDimensions((x) => rawStock(1, { pages: 1e9, growth: 0.05, ...x }), web, { token: 1 });
  });
  test("no pages, no more than all kept", () => {
    expect(() => rawStock(0, { pages: 0, bytesPerPage: 1, bytesPerToken: 1, growth: 0 })).toThrow("pages must be positive: 0");
    expect(() => effectiveStock(1e12, { kept: 1.2, epochs: 4 })).toThrow("kept must be above 0 and at most 1: 1.2");
  });
});

describe("The year in which data sets reach the stock (Section 2.5)", () => {
  test("from 10e12 tokens in 2024, at 0.38 powers of ten a year, 4e14 are reached in 2028", () => {
    expect(crossingYear().toFixed(1)).toBe("2028.2");
    // at that year, data sets are as large as the stock
    expect(relativeError(10e12 * 10 ** (0.38 * (crossingYear() - 2024)), 4e14)).toBeLessThan(1e-10);
  });
  test("from 15e12 tokens in 2027.75", () => {
    expect(crossingYear(4e14, { year: 2024, tokens: 15e12, growth: 0.38 }).toFixed(2)).toBe("2027.75");
  });
  test("between 2027.3 and 2029.9 over the interval of the growth", () => {
    expect([0.48, 0.27].map((growth) => crossingYear(4e14, { year: 2024, tokens: 10e12, growth }).toFixed(1))).toEqual(["2027.3", "2029.9"]);
  });
  test("by 2032 even at the slowest growth and Epoch's largest stock of 1e15, as printed: very likely", () => {
    expect(crossingYear(1e15, { year: 2024, tokens: 10e12, growth: 0.27 })).toBeLessThan(2032);
  });
  test("a stock that grows meets the data sets where both are equal, a quarter of a year later at 5 %", () => {
    fc.assert(fc.property(stock, fc.double({ min: 0, max: 0.1, noNaN: true }), (tokens, growth) => {
      const year = crossingYear(tokens, undefined, growth);
      expect(relativeError(10e12 * 10 ** (0.38 * (year - 2024)), tokens * (1 + growth) ** (year - 2024))).toBeLessThan(1e-9);
    }), { numRuns: 1000 });
    expect((crossingYear(4e14, undefined, 0.05) - crossingYear()).toFixed(2)).toBe("0.25");
  });
  test("is the same whatever a token is", () => {
    expectDimensions(({ tokens, all }) => crossingYear(all, { year: 2024, tokens, growth: 0.38 }) - 2024, { tokens: [1e13, { token: 1 }], all: [4e14, { token: 1 }] }, {});
  });
  test("a stock that outgrows the data sets is never reached", () => {
    expect(() => crossingYear(4e14, undefined, 2)).toThrow("closing speed must be positive");
    expect(() => crossingYear(0)).toThrow("stock must be positive: 0");
  });
});

describe("The compute of that year", () => {
  test("4.8e28 FLOP at 20 tokens a parameter, printed as 5e28", () => {
    expect(relativeError(computeFor(), 4.8e28)).toBeLessThan(1e-12);
    expect(computeFor().toExponential(0)).toBe("5e+28");
  });
  test("is 6ND with the parameters that the ratio gives", () => {
    fc.assert(fc.property(stock, fc.double({ min: 1, max: 1000, noNaN: true }), (D, ratio) => {
      expect(relativeError(atRatio(computeFor(D, ratio), ratio).D, D)).toBeLessThan(1e-12);
    }), { numRuns: 1000 });
  });
  test("overtraining five times brings it a year forward: 0.92", () => {
    expect(yearsEarlier(5).toFixed(2)).toBe("0.92");
  });
  test("that long before, √5 times fewer tokens were in use", () => {
    expect(relativeError(10 ** (0.38 * yearsEarlier(5)), Math.sqrt(5))).toBeLessThan(1e-12);
  });
  test("and costs 9.6e27 FLOP at the same stock, not the printed 6e27, for which 3.2e14 tokens would do", () => {
    expect(computeFor(4e14, 100).toExponential(1)).toBe("9.6e+27");
    expect(computeFor(3.16e14, 100).toExponential(0)).toBe("6e+27");
    // nor does a year less of the stock's growth explain it
    expect(computeFor(4e14 / 1.05, 100).toExponential(1)).toBe("8.7e+27");
  });
  test("at a fixed compute, five times the tokens per parameter are √5 times the tokens under any law", () => {
    const { N, D } = optimum({ E: 1.8, A: 500, B: 500, alpha: 0.35, beta: 0.35 }, 1e26);
    expect(relativeError(atRatio(1e26, (5 * D) / N).D / D, Math.sqrt(5))).toBeLessThan(1e-12);
  });
});
