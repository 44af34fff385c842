import { describe, expect, test } from "vitest";
import { allocation } from "../../../src/kaplan/allocation.ts";
import { pfDay } from "../../../src/kaplan/pf-day.ts";
import { beyond, ranges } from "../../../src/kaplan/ranges.ts";
import { size } from "../../../src/kaplan/size.ts";
import { table2, table5, table6 } from "../../../src/kaplan/tables.ts";
import { extrapolation } from "../../../src/range.ts";

describe("the ranges of the study", () => {
  test("are six orders of magnitude in N, over two in D and eight in C_min, as Section 1.2 says", () => {
    const orders = [ranges.N, ranges.D, ranges.Cmin].map(({ from, to }) => Math.log10(to / from));
    expect(orders.map(Math.floor)).toEqual([6, 3, 8]);
  });
  test("begin with a thousand-and-twenty-fourth of WebText2, Section 4.2's smallest data set", () => {
    expect((2.29e10 / 1024).toPrecision(2)).toBe(ranges.D.from.toPrecision(2));
  });
  test("end where the size that Table 6 wants at the last C_min is that of the largest model", () => {
    expect(beyond(ranges.N, allocation(pfDay).N)).toSatisfy((x: number) => x > 0.8 && x < 1);
    expect((size({ layers: 48, model: 1600 }) / 1e9).toFixed(1)).toBe((ranges.N.to / 1e9).toFixed(1));
  });
  test("end with 2.5e5 updates, 1.3e11 tokens at the fixed batch: the 130B that Hoffmann says Kaplan trained on", () => {
    expect(((ranges.Smin.to * 2 ** 19) / 1e9).toPrecision(2)).toBe("1.3e+2");
  });
  test("tell how far a point lies outside a table's law: our 1.026e24 FLOP 4.1 decades, its size 2.9", () => {
    const { Cmin, N } = allocation(1.026e24);
    expect(extrapolation(table6, { Cmin }).decades.toFixed(1)).toBe("4.1");
    expect(extrapolation(table5, { N }).decades.toFixed(1)).toBe("2.9");
    expect(extrapolation(table2, { N: 1e9, D: 1e10 }).decades).toBe(0);
  });
  test("contain a value up to 1 times their upper end", () => {
    expect([beyond(ranges.Cmin, pfDay), beyond(ranges.Cmin, 12 * pfDay)]).toEqual([1, 12]);
  });
});
