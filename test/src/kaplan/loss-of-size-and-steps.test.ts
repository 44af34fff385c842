import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lossOfSizeAndSteps } from "../../../src/kaplan/loss-of-size-and-steps.ts";
import { lossOfSize } from "../../../src/kaplan/loss-of-size.ts";
import { table3 } from "../../../src/kaplan/tables.ts";
import { relativeError } from "../relative.ts";

const some = fc.double({ min: 3, max: 12, noNaN: true }).map((u) => 10 ** u);
const more = fc.double({ min: 1.01, max: 100, noNaN: true });

describe("L(N, S_min)", () => {
  test("is L(N) after steps without end, and one nat more after S_c steps", () => {
    expect(lossOfSizeAndSteps(1e9, Infinity)).toBe(lossOfSize(1e9, table3));
    expect(relativeError(lossOfSizeAndSteps(1e9, table3.Sc), lossOfSize(1e9, table3) + 1)).toBeLessThan(1e-14);
  });
  test("falls with more parameters and with more steps", () => {
    fc.assert(fc.property(some, some, more, (N, S, k) => {
      expect(Math.max(lossOfSizeAndSteps(k * N, S), lossOfSizeAndSteps(N, k * S))).toBeLessThanOrEqual(lossOfSizeAndSteps(N, S));
    }), { numRuns: 1000 });
  });
});
