import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findRoot, geometric, minimize } from "../../src/numbers.ts";
import { relativeError } from "./relative.ts";

const exponent = fc.double({ min: -20, max: 20, noNaN: true });

describe("geometric", () => {
  test("decades are decades", () => {
    geometric(1, 1e6, 7).forEach((x, i) => expect(relativeError(x, 10 ** i)).toBeLessThan(1e-13));
  });
  test("the ends are exactly the ends, whatever they are", () => {
    fc.assert(fc.property(exponent, exponent, fc.integer({ min: 2, max: 50 }), (a, b, count) => {
      const values = geometric(10 ** a, 10 ** b, count);
      expect([values[0], values.at(-1), values.length]).toEqual([10 ** a, 10 ** b, count]);
    }), { numRuns: 1000 });
  });
  test("what cannot be spaced is refused with what was wanted", () => {
    expect(() => geometric(0, 1, 3)).toThrow("from must be positive: 0");
    expect(() => geometric(1, 2, 1)).toThrow("count must be an integer of at least 2: 1");
  });
});

describe("findRoot", () => {
  test("the root of a monomial is its closed form, over thirty decades", () => {
    fc.assert(fc.property(exponent, fc.double({ min: 0.05, max: 5, noNaN: true }), (u, power) => {
      const x = findRoot((t) => t ** power - (10 ** u) ** power, 1e-30, 1e30);
      expect(relativeError(x, 10 ** u)).toBeLessThan(1e-13);
    }), { numRuns: 1000 });
  });
  test("an interval over zero works too", () => {
    expect(Math.abs(findRoot(Math.sin, -1, 2))).toBeLessThan(1e-15);
    expect(relativeError(findRoot(Math.cos, -1, 3), Math.PI / 2)).toBeLessThan(1e-15);
  });
  test("a function that keeps its sign is refused", () => {
    expect(() => findRoot((x) => x * x + 1, -1, 1)).toThrow("f must change sign between -1 and 1");
  });
});

describe("minimize", () => {
  test("Ax + B/x is least at √(B/A), where it is 2√(AB)", () => {
    fc.assert(fc.property(fc.double({ min: -6, max: 6, noNaN: true }), fc.double({ min: -6, max: 6, noNaN: true }), (a, b) => {
      const [A, B] = [10 ** a, 10 ** b];
      const { x, value } = minimize((t) => A * t + B / t, 1e-10, 1e10);
      expect(relativeError(x, Math.sqrt(B / A))).toBeLessThan(1e-6);
      expect(relativeError(value, 2 * Math.sqrt(A * B))).toBeLessThan(1e-12);
    }), { numRuns: 1000 });
  });
});
