import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { atPower, fitPowerLaw } from "../../../src/fitting/fit-power-law.ts";
import { leastSquares } from "../../../src/fitting/least-squares.ts";
import { relativeError } from "../relative.ts";

const finite = (bound: number) => fc.double({ min: -bound, max: bound, noNaN: true });

describe("least squares", () => {
  test("leave residuals orthogonal to every column, whatever the rows", () => {
    fc.assert(fc.property(fc.array(fc.tuple(finite(5), finite(5)), { minLength: 6, maxLength: 12 }), (points) => {
      const rows = points.map(([x], i) => [1, x + i, (x + i) ** 2]);
      const y = points.map(([, value]) => value);
      const w = leastSquares(rows, y);
      const residuals = rows.map((row, i) => y[i]! - row.reduce((sum, value, j) => sum + value * w[j]!, 0));
      for (const j of [0, 1, 2]) {
        const size = Math.sqrt(rows.reduce((sum, row) => sum + row[j]! ** 2, 0));
        expect(Math.abs(rows.reduce((sum, row, i) => sum + row[j]! * residuals[i]!, 0))).toBeLessThan(1e-10 * size * (1 + Math.hypot(...y)));
      }
    }), { numRuns: 1000 });
  });
  test("give a cubic its own coefficients back, to twelve digits", () => {
    const rows = [-2, -1, 0, 1, 2, 3].map((x) => [1, x, x ** 2, x ** 3]);
    leastSquares(rows, rows.map(([, x, xx, xxx]) => 4 - 3 * x! + 2 * xx! - xxx!)).forEach((w, i) => expect(relativeError(w, [4, -3, 2, -1][i]!)).toBeLessThan(1e-12));
  });
  test("count a row of weight three as three rows", () => {
    const rows = [[1, 0], [1, 1], [1, 2], [1, 5]];
    const twice = leastSquares([...rows, rows[1]!, rows[1]!], [1, 5, 2, 3, 5, 5]);
    leastSquares(rows, [1, 5, 2, 3], [1, 3, 1, 1]).forEach((w, i) => expect(relativeError(w, twice[i]!)).toBeLessThan(1e-12));
  });
  test("want enough rows, and columns that say different things", () => {
    expect(() => leastSquares([[1, 2]], [1])).toThrow("2 coefficients need at least as many rows: 1");
    expect(() => leastSquares([[1, 2], [2, 4], [3, 6]], [1, 2, 3])).toThrow("column 1 depends on the others");
  });
});

describe("a power law through points", () => {
  test("is the one they came from", () => {
    fc.assert(fc.property(fc.double({ min: 0.1, max: 10, noNaN: true }), finite(2), (k, exponent) => {
      const xs = [1e18, 3e18, 1e19, 1e21];
      const fit = fitPowerLaw(xs, xs.map((x) => k * x ** exponent));
      expect(Math.abs(fit.exponent - exponent)).toBeLessThan(1e-12);
      expect(relativeError(atPower(fit, 1e20), k * 1e20 ** exponent)).toBeLessThan(1e-11);
    }), { numRuns: 1000 });
  });
  test("through points times k and back times m is off by no exponent", () => {
    const [xs, ys] = [[1, 2, 4, 9], [3, 5, 11, 20]];
    const [plain, scaled] = [fitPowerLaw(xs, ys), fitPowerLaw(xs.map((x) => 1e9 * x), ys.map((y) => 1e-6 * y))];
    expect(relativeError(scaled.exponent, plain.exponent)).toBeLessThan(1e-12);
  });
  test("wants positive points", () => {
    expect(() => fitPowerLaw([1, -2], [1, 1])).toThrow("x must be positive: -2");
  });
});
