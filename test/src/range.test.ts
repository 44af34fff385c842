import { describe, expect, test } from "vitest";
import { decadesOutside, extrapolation, outside } from "../../src/range.ts";

const law = { source: "A 2020", range: { N: { from: 1e6, to: 1e9 }, D: { from: 1e9, to: 1e11 } } };

describe("how far a point lies outside a law's range", () => {
  test("is nothing within it, its ends included", () => {
    expect([1e6, 3e7, 1e9].map((N) => decadesOutside(law.range.N, N))).toEqual([0, 0, 0]);
  });
  test("is counted in decades, with the sign of the side", () => {
    expect([1e12, 1e4].map((N) => decadesOutside(law.range.N, N))).toEqual([3, -2]);
  });
  test("is told for each quantity of the point, and for the farthest without sign", () => {
    expect(outside(law, { N: 1e4, D: 1e12 })).toEqual({ N: -2, D: 1 });
    expect([extrapolation(law, { N: 1e4, D: 1e12 }), extrapolation(law, { D: 1e10 })]).toEqual([{ decades: 2, of: "A 2020" }, { decades: 0, of: "A 2020" }]);
  });
  test("wants something above zero", () => {
    expect(() => decadesOutside(law.range.N, 0)).toThrow("value must be positive: 0");
  });
});
