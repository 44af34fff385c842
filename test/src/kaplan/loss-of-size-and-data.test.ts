import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lossOfData } from "../../../src/kaplan/loss-of-data.ts";
import { lossOfSizeAndData } from "../../../src/kaplan/loss-of-size-and-data.ts";
import { lossOfSize } from "../../../src/kaplan/loss-of-size.ts";
import { table2, table5 } from "../../../src/kaplan/tables.ts";
import { relativeError } from "../relative.ts";

const some = fc.double({ min: 3, max: 12, noNaN: true }).map((u) => 10 ** u);
const more = fc.double({ min: 1.01, max: 100, noNaN: true });

describe("L(N, D)", () => {
  test("is L(N) with data without end and L(D) with parameters without end, whichever table", () => {
    fc.assert(fc.property(some, (x) => {
      for (const table of [table2, table5]) {
        expect(relativeError(lossOfSizeAndData(x, Infinity, table), lossOfSize(x, table))).toBeLessThan(1e-12);
        expect(relativeError(lossOfSizeAndData(Infinity, x, table), lossOfData(x, table))).toBeLessThan(1e-12);
      }
    }), { numRuns: 1000 });
  });
  test("falls with more parameters and with more data, and stays above both of its limits", () => {
    fc.assert(fc.property(some, some, more, (N, D, k) => {
      const L = lossOfSizeAndData(N, D);
      expect(Math.max(lossOfSizeAndData(k * N, D), lossOfSizeAndData(N, k * D))).toBeLessThanOrEqual(L);
      expect(L).toBeGreaterThanOrEqual(Math.max(lossOfSize(N, table2), lossOfData(D, table2)) * (1 - 1e-12));
    }), { numRuns: 1000 });
  });
  test("has an expansion in 1/D, its authors' third principle: ten times the data, a tenth of the excess", () => {
    const excess = (D: number) => lossOfSizeAndData(1e8, D) - lossOfSizeAndData(1e8, Infinity);
    expect(relativeError(excess(1e14) / excess(1e15), 10)).toBeLessThan(1e-3);
  });
});
