import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { allocation } from "../../../src/kaplan/allocation.ts";
import { fixedBatchSize } from "../../../src/kaplan/fixed-batch-allocation.ts";
import { pfDay } from "../../../src/kaplan/pf-day.ts";
import { figure14, printed } from "../../../src/kaplan/tables.ts";
import { tenfold } from "../../../src/kaplan/tenfold.ts";
import { findRoot } from "../../../src/numbers.ts";
import { localExponent, relativeError } from "../relative.ts";

describe("ten times the compute", () => {
  test("buys 5.37 times the parameters and 1.86 times the data, as the talk prints", () => {
    const { N, D } = tenfold();
    expect([N.toFixed(2), D.toFixed(2)]).toEqual(["5.37", "1.86"]);
    expect(relativeError(allocation(1e24).N / allocation(1e23).N, N)).toBeLessThan(1e-12);
    expect(relativeError(allocation(1e24).Dprinted / allocation(1e23).Dprinted, D)).toBeLessThan(1e-12);
  });
  test("is 5 and 2 in Figure 14's caption, and 5.5 and 1.8 in Hoffmann, which would be an exponent of 0.74 (K1)", () => {
    expect([tenfold().N.toPrecision(1), tenfold().D.toPrecision(1)]).toEqual([String(printed.tenfold.N), String(printed.tenfold.D)]);
    expect([tenfold(0.74).N.toFixed(1), tenfold(0.74).D.toFixed(1)]).toEqual(["5.5", "1.8"]);
    expect(tenfold().D.toFixed(1)).not.toBe("1.8");
  });
  test("whatever the exponent and factor, both multipliers together are the factor", () => {
    fc.assert(fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 1, max: 1e6, noNaN: true }), (p, factor) => {
      const { N, D } = tenfold(p, factor);
      expect(relativeError(N * D, factor)).toBeLessThan(1e-14);
    }), { numRuns: 1000 });
  });
  test("a hundred times buys 28.8 and 3.47", () => {
    expect([tenfold(0.73, 100).N.toFixed(1), tenfold(0.73, 100).D.toFixed(2)]).toEqual(["28.8", "3.47"]);
  });
  test("at the fixed batch buys 7.6 times the parameters and 1.3 times the data, Porian's 0.88 for an exponent (K11)", () => {
    const N = fixedBatchSize(10 * pfDay) / fixedBatchSize(pfDay);
    expect([N.toFixed(1), (10 / N).toFixed(1)]).toEqual(["7.6", "1.3"]);
    expect(relativeError(localExponent(fixedBatchSize, 1e21), figure14.pN)).toBeLessThan(1e-9);
  });
  test("leads from a size that is too small for the fixed batch to one that is too large: both lines of Figure 14 meet at a quarter of a PF-day", () => {
    const gap = (C: number) => fixedBatchSize(C) - allocation(C).N;
    expect((findRoot(gap, 1e-6 * pfDay, 1e3 * pfDay) / pfDay).toFixed(2)).toBe("0.25");
  });
});
