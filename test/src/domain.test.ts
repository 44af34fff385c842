import { describe, expect, test } from "vitest";
import { fraction, notNegative, positive } from "../../src/domain.ts";

describe("domain errors", () => {
  test("what is inside its domain comes back unchanged, infinity too", () => {
    expect([positive("x", Infinity), positive("x", 5e-324), notNegative("x", 0), fraction("x", 1)]).toEqual([Infinity, 5e-324, 0, 1]);
  });
  test("what is outside is named, with its value and what was wanted", () => {
    expect(() => positive("parameters", -1)).toThrow(new RangeError("parameters must be positive: -1"));
    expect(() => positive("tokens", NaN)).toThrow("tokens must be positive: NaN");
    expect(() => notNegative("context", -1)).toThrow("context must not be negative: -1");
    expect(() => fraction("mfu", 1.2)).toThrow("mfu must be above 0 and at most 1: 1.2");
    expect(() => fraction("mfu", 0)).toThrow("mfu must be above 0 and at most 1: 0");
  });
});
