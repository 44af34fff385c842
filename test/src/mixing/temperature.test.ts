import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { crossEntropy, logitsOf, matchingGradient, softenedLoss, softmax, softTargetGradient } from "../../../src/mixing/temperature.ts";
import { relativeError } from "../relative.ts";

const logits = fc.array(fc.double({ min: -8, max: 8, noNaN: true }), { minLength: 4, maxLength: 4 });
const temperature = fc.double({ min: -1, max: 1.3, noNaN: true }).map((u) => 10 ** u);
const toy = [4, 2.5, 1.5, 0];
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
const closeTo = (a: readonly number[], b: readonly number[], tolerance: number) => expect(Math.max(...a.map((value, i) => Math.abs(value - b[i]!)))).toBeLessThan(tolerance);

describe("Softening a teacher", () => {
  test("a calibrated teacher of logits 4, 2.5, 1.5 and 0 loses 0.744, 0.870, 1.068 and 1.211 nats at temperatures 1, 2, 4 and 8", () => {
    expect([1, 2, 4, 8].map((T) => softenedLoss(toy, T).toFixed(3))).toEqual(["0.744", "0.870", "1.068", "1.211"]);
  });
  test("its loss is the entropy of its own probabilities at temperature 1 and never less at another", () => {
    fc.assert(fc.property(logits, temperature, (z, T) => {
      const entropy = -sum(softmax(z).map((p) => p * Math.log(p)));
      expect(Math.abs(softenedLoss(z, 1) - entropy)).toBeLessThan(1e-12);
      expect(softenedLoss(z, T)).toBeGreaterThanOrEqual(entropy - 1e-12);
    }), { numRuns: 1000 });
  });
  test("its loss grows with the temperature above 1, and up to ln n", () => {
    fc.assert(fc.property(logits, fc.double({ min: 1, max: 50, noNaN: true }), fc.double({ min: 1, max: 3, noNaN: true }), (z, T, factor) => {
      expect(softenedLoss(z, T * factor)).toBeGreaterThanOrEqual(softenedLoss(z, T) - 1e-12);
      expect(relativeError(softenedLoss(z, Infinity), Math.log(4))).toBeLessThan(1e-13);
    }), { numRuns: 1000 });
  });
  test("nothing is lost: the logits come back, up to what softmax never shows", () => {
    fc.assert(fc.property(logits, fc.double({ min: 0.5, max: 20, noNaN: true }), (z, T) => {
      closeTo(logitsOf(softmax(z, T), T), z.map((value) => value - sum(z) / 4), 1e-6);
    }), { numRuns: 1000 });
  });
  test("the order of the classes stays, and the probabilities add up to one", () => {
    fc.assert(fc.property(logits, temperature, (z, T) => {
      const q = softmax(z, T);
      expect(Math.abs(sum(q) - 1)).toBeLessThan(1e-12);
      expect(z.every((a, i) => z.every((b, j) => a <= b || q[i]! >= q[j]!))).toBe(true);
    }), { numRuns: 1000 });
  });
  test("at low temperature all goes to the largest logit, at high it is shared evenly", () => {
    closeTo(softmax(toy, 0.01), [1, 0, 0, 0], 1e-12);
    expect(softmax(toy, Infinity)).toEqual([0.25, 0.25, 0.25, 0.25]);
  });
  test("temperature and the scale of the logits are one thing", () => {
    fc.assert(fc.property(logits, temperature, (z, T) => {
      closeTo(softmax(z, T), softmax(z.map((value) => value / T)), 1e-12);
    }), { numRuns: 1000 });
  });
  test("no temperature of zero, no logit of an impossible class", () => {
    expect(() => softmax(toy, 0)).toThrow("temperature must be positive: 0");
    expect(() => logitsOf([1, 0])).toThrow("probability must be positive: 0");
  });
});

describe("The pull of soft targets (Hinton)", () => {
  test("is the slope of the cross-entropy, by differences", () => {
    fc.assert(fc.property(logits, logits, fc.double({ min: 0.5, max: 20, noNaN: true }), (z, v, T) => {
      const targets = softmax(v, T);
      const slope = z.map((_, i) => {
        const moved = (h: number) => crossEntropy(targets, z.map((value, j) => (i === j ? value + h : value)), T);
        return (moved(1e-4) - moved(-1e-4)) / 2e-4;
      });
      closeTo(softTargetGradient(z, v, T), slope, 1e-6);
    }), { numRuns: 1000 });
  });
  test("vanishes for a student that agrees, and never moves the mean logit", () => {
    fc.assert(fc.property(logits, logits, temperature, (z, v, T) => {
      closeTo(softTargetGradient(z, z.map((value) => value + 1), T), [0, 0, 0, 0], 1e-12);
      expect(Math.abs(sum(softTargetGradient(z, v, T)))).toBeLessThan(1e-12 * (1 + 1 / T));
    }), { numRuns: 1000 });
  });
  test("falls as 1/T² at high temperature, where it matches logits: (z − v)/(nT²)", () => {
    fc.assert(fc.property(logits, logits, fc.double({ min: 3, max: 5, noNaN: true }).map((u) => 10 ** u), (z, v, T) => {
      // the next term is smaller by the spread of the logits over T: up to 64 for logits within 8 of zero
      closeTo(softTargetGradient(z, v, T).map((g) => g * T ** 2), matchingGradient(z, v, T).map((g) => g * T ** 2), 64 / T);
    }), { numRuns: 1000 });
    const scaled = [1e3, 1e4].map((T) => softTargetGradient([1, 2, 3, 0], toy, T)[0]! * T ** 2);
    expect(Math.abs(scaled[1]! / scaled[0]! - 1)).toBeLessThan(2e-3);
  });
  test("at low temperature is no logit matching", () => {
    // a difference of probabilities is at most 1, one of logits is not
    expect(Math.abs(softTargetGradient([1, 2, 3, 0], toy, 0.2)[0]!)).toBeLessThan(5);
    expect(Math.abs(matchingGradient([1, 2, 3, 0], toy, 0.2)[0]!)).toBeGreaterThan(10);
    expect(() => matchingGradient([1], [1], 0)).toThrow("temperature must be positive: 0");
  });
});
