import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dataAgainstOverfitting, dataExponent, dataForOverfitting, overfitting } from "../../../src/kaplan/overfitting.ts";
import { table2, table5, table6 } from "../../../src/kaplan/tables.ts";
import { localExponent, relativeError } from "../relative.ts";

const size = fc.double({ min: 3, max: 12, noNaN: true }).map((u) => 10 ** u);

describe("the data that keeps overfitting away", () => {
  test("for a billion parameters is the 22B tokens of WebText2, as Section 4.2 says of Equation 4.4", () => {
    expect(dataAgainstOverfitting(1e9)).toSatisfy((D: number) => D > 22e9 && D < 23e9);
  });
  test("printed 5·10³ N^0.74 is 5.5·10³ N^0.738 when Equation 1.5 is solved with Table 2 at 2 % (K8)", () => {
    expect(dataExponent(table2).toFixed(2)).toBe("0.74");
    expect((dataForOverfitting(1e9) / 1e9 ** dataExponent(table2) / 1e3).toFixed(1)).toBe("5.5");
    expect(dataForOverfitting(1e9) / dataAgainstOverfitting(1e9)).toSatisfy((x: number) => x > 1.05 && x < 1.06);
  });
  test("grows as N^0.80 with Table 5, whose exponents Section 1.2 says give 0.74 (K8)", () => {
    expect(dataExponent(table5).toFixed(2)).toBe("0.80");
    expect((dataForOverfitting(1e9, 0.02, table5) / 1e9 ** 0.8 / 1e3).toFixed(1)).toBe("1.6");
  });
  test("for 8 times the parameters is 4.6 or 5.3 times as much, printed roughly 5 (K8)", () => {
    expect((8 ** dataExponent(table2)).toFixed(2)).toBe("4.64");
    expect((8 ** dataExponent(table5)).toFixed(2)).toBe("5.28");
  });
  test("grows as C^0.54 along Table 6, as Equation 6.6 prints", () => {
    expect((0.74 * table6.pN).toFixed(2)).toBe("0.54");
  });
  test("leaves exactly the overfitting that was asked for, at any size", () => {
    fc.assert(fc.property(size, fc.double({ min: 1e-3, max: 1, noNaN: true }), (N, delta) => {
      for (const table of [table2, table5]) expect(relativeError(overfitting(N, dataForOverfitting(N, delta, table), table), delta)).toBeLessThan(1e-9);
    }), { numRuns: 1000 });
  });
  test("is a power of N with the exponent α_N/α_D", () => {
    expect(relativeError(localExponent((N) => dataForOverfitting(N), 1e8), dataExponent(table2))).toBeLessThan(1e-9);
  });
});
