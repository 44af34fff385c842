import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inFull } from "../../../src/hoffmann/approach-3.ts";
import { growth, table2 } from "../../../src/hoffmann/table-2.ts";
import { approach1, approach2 } from "../../../src/hoffmann/tabulated-law.ts";
import { optimum } from "../../../src/parametric/optimum.ts";
import { localExponent, relativeError } from "../relative.ts";

const { approach1: one, approach2: two, approach3: three } = table2;
const laws = [
  [one, approach1], [two, approach2], [three, (C: number) => optimum(inFull, C)],
] as const;
const inside = (value: number, [low, high]: readonly [number, number]) => value >= low && value <= high;

describe("the exponents of the three approaches", () => {
  test("are those of the lines through the tables of predictions and of the fit in full, to the two digits of the print", () => {
    for (const [printed, law] of laws) {
      const { N, D } = growth(printed);
      expect(Math.abs(Math.log10(N) - localExponent((C) => law(C).N, 1e22))).toBeLessThan(0.005);
      expect(Math.abs(Math.log10(D) - localExponent((C) => law(C).D, 1e22))).toBeLessThan(0.005);
    }
  });
  test("make ten times the compute 3.16 and 3.16, 3.09 and 3.24, 2.88 and 3.47 times the parameters and tokens", () => {
    const factors = [one, two, three].flatMap((exponents) => Object.values(growth(exponents)).map((x: number) => x.toFixed(2)));
    expect(factors).toEqual(["3.16", "3.16", "3.09", "3.24", "2.88", "3.47"]);
  });
  test("add up to one: parameters and tokens share all of the compute", () => {
    fc.assert(fc.property(fc.double({ min: 0.001, max: 1e9, noNaN: true }), (factor) => {
      for (const exponents of [one, two, three]) {
        const { N, D } = growth(exponents, factor);
        expect(relativeError(N * D, factor)).toBeLessThan(1e-14);
      }
    }), { numRuns: 1000 });
  });
  test("lie outside their own intervals for approach 3, both, and for b of approach 1 (H1)", () => {
    const within = [one, two, three].map(({ a, b, interval }) => [inside(a, interval.a), inside(b, interval.b)]);
    expect(within).toEqual([[true, false], [true, true], [false, false]]);
  });
  test("have intervals that do not mirror each other, as they would if a and b added up to one in each resample (H1)", () => {
    for (const { interval: { a, b } } of [one, two, three]) expect(Math.abs(a[0] + b[1] - 1) + Math.abs(a[1] + b[0] - 1)).toBeGreaterThan(0.002);
  });
  test("no factor, no growth", () => {
    expect(() => growth(one, 0)).toThrow("factor must be positive: 0");
  });
});
