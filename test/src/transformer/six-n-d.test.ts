import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pfDay } from "../../../src/kaplan/pf-day.ts";
import { atRatio, flopsPerParameter, parametersFor, sixND, tokensFor, twoND } from "../../../src/transformer/six-n-d.ts";
import { relativeError } from "../relative.ts";

const N = fc.double({ min: 1, max: 1e13, noNaN: true });
const C = fc.double({ min: 1e15, max: 1e27, noNaN: true });

describe("C = 6ND", () => {
  test("2N forward and 4N backward are 6N a token", () => {
    const { forward, backward, training } = flopsPerParameter(70e9);
    expect(forward + backward).toBe(training);
    expect([training * 1.4e12, forward * 1.4e12]).toEqual([sixND(70e9, 1.4e12), twoND(70e9, 1.4e12)]);
  });
  test("Chinchilla's 70B and 1.4T are 5.88e23, not the 5.76e23 of its paper (H10)", () => {
    expect(sixND(70e9, 1.4e12).toPrecision(3)).toBe("5.88e+23");
    expect(sixND(280e9, 300e9).toPrecision(3)).toBe("5.04e+23");
  });
  test("GPT-3's 174.6B and 300B tokens are the 3.14e23 FLOP and 3.64e3 PF-days of its Table D.1", () => {
    expect(sixND(174.6e9, 300e9).toPrecision(3)).toBe("3.14e+23");
    expect((sixND(174.6e9, 300e9) / pfDay).toPrecision(3)).toBe("3.64e+3");
  });
  test("Llama 3's 405B and 15.6T are its paper's 3.8e25", () => {
    expect(sixND(405e9, 15.6e12).toPrecision(2)).toBe("3.8e+25");
  });
  test("the talk's 1.026e24 at twenty tokens a parameter is 92.5B and 1.85T", () => {
    const best = atRatio(1.026e24, 20);
    expect([(best.N / 1e9).toFixed(1), (best.D / 1e12).toFixed(2)]).toEqual(["92.5", "1.85"]);
  });
  test("solved for N or D it gives back what it was made of", () => {
    fc.assert(fc.property(N, C, (n, c) => {
      expect(relativeError(parametersFor(c, tokensFor(c, n)), n)).toBeLessThan(1e-12);
      expect(relativeError(sixND(n, tokensFor(c, n)), c)).toBeLessThan(1e-12);
    }), { numRuns: 1000 });
  });
  test("a ratio spends the whole compute and keeps the ratio", () => {
    fc.assert(fc.property(C, fc.double({ min: 0.1, max: 1000, noNaN: true }), (c, r) => {
      const best = atRatio(c, r);
      expect(relativeError(sixND(best.N, best.D), c)).toBeLessThan(1e-12);
      expect(relativeError(best.D / best.N, r)).toBeLessThan(1e-12);
    }), { numRuns: 1000 });
  });
  test("parameters that are none are refused", () => {
    expect(() => sixND(-1, 1)).toThrow("parameters must be positive: -1");
    expect(() => tokensFor(1e20, 0)).toThrow("parameters must be positive: 0");
  });
});
