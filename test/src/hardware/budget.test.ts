import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { budget, chipHours, day, peakBudget, requiredMfu, secondsFor } from "../../../src/hardware/budget.ts";
import { chips } from "../../../src/hardware/chips.ts";
import { expectDimensions } from "../dimensions.ts";
import { relativeError } from "../relative.ts";

const month = { chips: 1000, seconds: 30 * day, peak: chips.h100.bf16 };
const amount = fc.double({ min: 1, max: 1e6, noNaN: true });

describe("the budget of the talk", () => {
  test("a thousand chips for thirty days are 720,000 chip-hours, 2.592e9 chip-seconds", () => {
    expect(chipHours(month.chips, month.seconds)).toBe(720_000);
    expect(chipHours(month.chips, month.seconds) * 3600).toBe(2.592e9);
  });
  test("as H100 SXM they do 2.565e24 FLOP at their peak and 1.026e24 at 40 %", () => {
    expect(peakBudget(month).toPrecision(4)).toBe("2.565e+24");
    expect(budget(month, 0.4).toPrecision(4)).toBe("1.026e+24");
    expect([0.5, 0.35, 0.3].map((mfu) => budget(month, mfu).toPrecision(3))).toEqual(["1.28e+24", "8.98e+23", "7.69e+23"]);
  });
  test("1e24 FLOP needs an MFU of 39.0 %", () => {
    expect((100 * requiredMfu(1e24, month)).toFixed(1)).toBe("39.0");
  });
  test("the required MFU of a budget is the MFU it was made with, and its time the time", () => {
    fc.assert(fc.property(amount, amount, fc.double({ min: 0.01, max: 1, noNaN: true }), (n, seconds, mfu) => {
      const cluster = { chips: n, seconds, peak: chips.h100.bf16 };
      expect(relativeError(requiredMfu(budget(cluster, mfu), cluster), mfu)).toBeLessThan(1e-12);
      expect(relativeError(secondsFor(budget(cluster, mfu), cluster, mfu), seconds)).toBeLessThan(1e-12);
    }), { numRuns: 1000 });
  });
  test("is FLOP, a required utilisation a pure number, the time seconds, whatever they are counted in", () => {
    const peak = [989e12, { FLOP: 1, second: -1 }] as const;
    const compute = [1e24, { FLOP: 1 }] as const;
    const seconds = [30 * day, { second: 1 }] as const;
    expectDimensions(({ seconds, peak }) => budget({ chips: 1000, seconds, peak }, 0.4), { seconds, peak }, { FLOP: 1 });
    expectDimensions(({ compute, seconds, peak }) => requiredMfu(compute, { chips: 1000, seconds, peak }), { compute, seconds, peak }, {});
    expectDimensions(({ compute, peak }) => secondsFor(compute, { chips: 1000, peak }, 0.4), { compute, peak }, { second: 1 });
    expectDimensions(({ seconds }) => chipHours(1000, seconds), { seconds }, { second: 1 });
  });
  test("no run uses more than its peak", () => {
    expect(() => budget(month, 1.01)).toThrow("mfu must be above 0 and at most 1: 1.01");
  });
});
