import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { combinedExponent, impliedExponents } from "../../../src/kaplan/combined-exponent.ts";
import { efficientFrontier } from "../../../src/kaplan/efficient-frontier.ts";
import { printed, table3, table5, table6 } from "../../../src/kaplan/tables.ts";
import { localExponent, relativeError } from "../relative.ts";

describe("the combined exponent", () => {
  test("is 0.0520 with Table 5 and 0.0525 with Table 3: the 0.052 of B.7, not the 0.054 of 6.4 nor the fitted 0.050 (K2)", () => {
    expect([combinedExponent().toFixed(4), combinedExponent({ ...table5, alphaN: table3.alphaN }).toFixed(4)]).toEqual(["0.0520", "0.0525"]);
    expect(combinedExponent().toFixed(3)).toBe("0.052");
    expect(relativeError(printed.combinedExponent.equation64, combinedExponent())).toBeGreaterThan(0.038);
  });
  test("is the exponent of the frontier's loss, and its shares are those of N, B and S", () => {
    const { N, B, S } = impliedExponents();
    expect(relativeError(-localExponent((C) => efficientFrontier(C).L, 1e20), combinedExponent())).toBeLessThan(1e-9);
    expect(relativeError(localExponent((C) => efficientFrontier(C).N, 1e20), N)).toBeLessThan(1e-9);
    expect(relativeError(localExponent((C) => efficientFrontier(C).B, 1e20), B)).toBeLessThan(1e-9);
    expect(relativeError(localExponent((C) => efficientFrontier(C).S, 1e20), S)).toBeLessThan(1e-9);
  });
  test("splits compute completely: the exponents of N, B and S add up to 1, and to N and D", () => {
    const alpha = fc.double({ min: 0.01, max: 2, noNaN: true });
    fc.assert(fc.property(alpha, alpha, alpha, (alphaN, alphaB, alphaS) => {
      const { N, B, S, D } = impliedExponents({ alphaN, alphaB, alphaS });
      expect(relativeError(N + B + S, 1)).toBeLessThan(1e-12);
      expect(relativeError(N + D, 1)).toBeLessThan(1e-12);
    }), { numRuns: 1000 });
  });
  test("implies an exponent of N of 0.684, or 0.658 and 0.711 with the other two, where the fit is 0.73 (K3)", () => {
    expect(impliedExponents().N.toFixed(3)).toBe("0.684");
    expect(impliedExponents(table5, table5.alphaCmin).N.toFixed(3)).toBe("0.658");
    expect(impliedExponents(table5, printed.combinedExponent.equation64).N.toFixed(3)).toBe("0.711");
    expect(impliedExponents(table5, printed.combinedExponent.equation64).N.toFixed(2)).toBe("0.71");
    expect(table6.pN - impliedExponents().N).toSatisfy((x: number) => x > 0.04 && x < 0.05);
  });
});
