import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decayOfScale, geometricTokens, scaleOfDecay } from "../../../src/muennighoff/geometric-decay.ts";
import { effectiveTokens, nextTokenValue } from "../../../src/muennighoff/repeated-data.ts";
import { regret, uniqueTokensFor } from "../../../src/muennighoff/regret.ts";
import { expectDimensions } from "../dimensions.ts";
import { relativeError } from "../relative.ts";

const tokens = fc.double({ min: 6, max: 15, noNaN: true }).map((u) => 10 ** u);
const epochs = fc.double({ min: 1, max: 200, noNaN: true });

describe("What repeated tokens are worth (Muennighoff, Equation 5)", () => {
  test("a token that keeps three quarters of its value, repeated four times: 3.05 by the series, 3.21 by the exponential", () => {
    expect(geometricTokens(1, 5, 0.25).toFixed(2)).toBe("3.05");
    expect(effectiveTokens(5, 1, { RD: scaleOfDecay(0.25) }).toFixed(2)).toBe("3.21");
  });
  test("after a hundred repetitions 4.00 by the series, where 3.99 is printed", () => {
    expect(geometricTokens(1, 101, 0.25).toFixed(2)).toBe("4.00");
    expect(geometricTokens(1, 101, 0.25)).toBeGreaterThan(3.995);
  });
  test("the series is a sum of powers", () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 60 }), fc.double({ min: 0.01, max: 0.99, noNaN: true }), (passes, delta) => {
      const sum = Array.from({ length: passes }, (_, pass) => (1 - delta) ** pass).reduce((a, b) => a + b);
      expect(relativeError(geometricTokens(1, passes, delta), sum)).toBeLessThan(1e-12);
    }), { numRuns: 1000 });
  });
  test("C4: a token loses 6 % at each pass", () => {
    expect((100 * decayOfScale()).toFixed(0)).toBe("6");
    expect(relativeError(scaleOfDecay(decayOfScale(5)), 5)).toBeLessThan(1e-12);
  });
  // epochs; D'/U, per token seen, value of the next token
  test.each([[2, "1.968", "0.984", "0.937"], [4, "3.726", "0.931", "0.823"], [5, "4.522", "0.904", "0.771"], [16, "10.58", "0.661", "0.377"]] as const)(
    "%d epochs of C4",
    (count, worth, perToken, next) => {
      const fresh = effectiveTokens(count, 1);
      expect([fresh.toFixed(worth.length - worth.indexOf(".") - 1), (fresh / count).toFixed(3), nextTokenValue(count).toFixed(3)]).toEqual([worth, perToken, next]);
    },
  );
  test("four epochs are 93 % as good as new data, 16 epochs 66 %", () => {
    expect([4, 16].map((count) => ((100 * effectiveTokens(count, 1)) / count).toFixed(0))).toEqual(["93", "66"]);
  });
  test("endless epochs are worth 16.39 of the first, of which R_D* = 15.387756 come from repetition", () => {
    expect(effectiveTokens(Infinity, 1).toFixed(6)).toBe("16.387756");
  });
  test("after R_D* repetitions the next token is worth 1/e, and those before it 1 − 1/e on average", () => {
    // 15.4 as Equation 17 prints it: good to 0.1 %
    expect(relativeError(nextTokenValue(16.4), Math.exp(-1))).toBeLessThan(1e-3);
    expect(relativeError((effectiveTokens(16.4, 1) - 1) / 15.4, 1 - Math.exp(-1))).toBeLessThan(1e-3);
  });
  test("no repetition is plain data, however much more is to be had", () => {
    fc.assert(fc.property(tokens, fc.double({ min: 1, max: 1000, noNaN: true }), (D, more) => {
      expect(effectiveTokens(D, D * more)).toBe(D);
    }), { numRuns: 1000 });
  });
  test("a token is worth less than a fresh one, more than none, and each less than the one before", () => {
    fc.assert(fc.property(tokens, epochs, (U, count) => {
      const worth = effectiveTokens(count * U, U);
      expect(worth).toBeLessThanOrEqual(count * U);
      expect(worth).toBeGreaterThanOrEqual(U);
      expect(nextTokenValue(count + 1)).toBeLessThan(nextTokenValue(count));
    }), { numRuns: 1000 });
  });
  test("the value of the next token is the slope of D'", () => {
    fc.assert(fc.property(fc.double({ min: 1.01, max: 100, noNaN: true }), (count) => {
      const slope = (effectiveTokens(count + 1e-4, 1) - effectiveTokens(count - 1e-4, 1)) / 2e-4;
      expect(relativeError(slope, nextTokenValue(count))).toBeLessThan(1e-6);
    }), { numRuns: 1000 });
  });
  test("is in tokens", () => {
    expectDimensions(({ D, U }) => effectiveTokens(D, U), { D: [4e12, { token: 1 }], U: [1e12, { token: 1 }] }, { token: 1 });
    expectDimensions(({ U }) => geometricTokens(U, 4, 0.1), { U: [1e12, { token: 1 }] }, { token: 1 });
    expectDimensions(({ fresh }) => uniqueTokensFor(fresh, 5), { fresh: [15e12, { token: 1 }] }, { token: 1 });
  });
  test("no data, no epoch, no decay", () => {
    expect(() => effectiveTokens(1, 0)).toThrow("unique tokens must be positive: 0");
    expect(() => effectiveTokens(-1, 1)).toThrow("tokens must be positive: -1");
    expect(() => nextTokenValue(0.5)).toThrow("epochs must be at least 1: 0.5");
    expect(() => geometricTokens(1, 2, 1.5)).toThrow("delta must be above 0 and at most 1: 1.5");
    expect(() => decayOfScale(0)).toThrow("R* must be positive: 0");
  });
});

describe("The regret of five epochs", () => {
  test("3T seen five times are worth 13.57T fresh, and 9.6 % of the FLOP are regret", () => {
    const { seen, fresh, wasted } = regret(3e12, 5);
    expect([seen / 1e12, (fresh / 1e12).toFixed(2), (100 * wasted).toFixed(1)]).toEqual([15, "13.57", "9.6"]);
  });
  test("to match 15T fresh, 3.32T must be seen five times: 16.6T", () => {
    const U = uniqueTokensFor(15e12, 5);
    expect([(U / 1e12).toFixed(2), (regret(U, 5).seen / 1e12).toFixed(1)]).toEqual(["3.32", "16.6"]);
  });
  test("one epoch leaves none", () => {
    fc.assert(fc.property(tokens, (U) => {
      expect(regret(U, 1)).toEqual({ seen: U, fresh: U, wasted: 0 });
    }), { numRuns: 1000 });
  });
  test("the unique tokens asked for are worth the fresh ones", () => {
    fc.assert(fc.property(tokens, epochs, (fresh, count) => {
      expect(relativeError(regret(uniqueTokensFor(fresh, count), count).fresh, fresh)).toBeLessThan(1e-12);
    }), { numRuns: 1000 });
  });
});
