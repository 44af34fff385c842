import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lossOfCompute } from "../../../src/kaplan/loss-of-compute.ts";
import { dataOfLoss, lossOfData } from "../../../src/kaplan/loss-of-data.ts";
import { lossOfMinimalCompute, minimalComputeOfLoss } from "../../../src/kaplan/loss-of-minimal-compute.ts";
import { lossOfSize, sizeOfLoss } from "../../../src/kaplan/loss-of-size.ts";
import { pfDay } from "../../../src/kaplan/pf-day.ts";
import { figure1, table2, table3, table5 } from "../../../src/kaplan/tables.ts";
import { findRoot } from "../../../src/numbers.ts";
import { localExponent, relativeError } from "../relative.ts";

/** L(C) as the legend of Figure 13 prints it, from memory: the one copy at hand reads 2.0e8, which lies 0.4 nats above the figure. */
const figure13 = { alphaC: 0.057, Cc: 2.0e7 };
const some = fc.double({ min: 2, max: 14, noNaN: true }).map((u) => 10 ** u);

describe("Kaplan's laws of one variable", () => {
  test("a PF-day is 10¹⁵ FLOP a second for a day", () => {
    expect(pfDay).toBe(1e15 * 24 * 3600);
  });
  test("each is a straight line in logarithms, with the exponent of Table 5", () => {
    const slopes = [localExponent(lossOfSize, 1e9), localExponent(lossOfData, 1e10), localExponent(lossOfCompute, 1e20), localExponent(lossOfMinimalCompute, 1e20)];
    [table5.alphaN, table5.alphaD, table5.alphaC, table5.alphaCmin].forEach((alpha, i) => expect(relativeError(-slopes[i]!, alpha)).toBeLessThan(1e-9));
  });
  test("each is one nat at its scale", () => {
    expect([lossOfSize(table5.Nc), lossOfData(table5.Dc), lossOfCompute(table5.Cc * pfDay), lossOfMinimalCompute(table5.CcMin * pfDay)]).toEqual([1, 1, 1, 1]);
  });
  test("doubling the parameters multiplies the loss by 0.95, as Section 1.2 prints", () => {
    expect((lossOfSize(2e9) / lossOfSize(1e9)).toFixed(2)).toBe("0.95");
  });
  test("solved for its variable, each gives it back", () => {
    fc.assert(fc.property(some, (x) => {
      expect(relativeError(sizeOfLoss(lossOfSize(x)), x)).toBeLessThan(1e-11);
      expect(relativeError(dataOfLoss(lossOfData(x)), x)).toBeLessThan(1e-11);
      expect(relativeError(minimalComputeOfLoss(lossOfMinimalCompute(x)), x)).toBeLessThan(1e-11);
    }), { numRuns: 1000 });
  });
  test("three tables give a billion parameters 2.376, 2.319 and 2.347 nats, and two give WebText2's 2.3e10 tokens 2.090 and 1.986 (K9)", () => {
    expect([table5, table2, table3].map((table) => lossOfSize(1e9, table).toFixed(3))).toEqual(["2.376", "2.319", "2.347"]);
    expect([table5, table2].map((table) => lossOfData(2.3e10, table).toFixed(3))).toEqual(["2.090", "1.986"]);
  });
  test("the fixed-batch trend is below that of C_min from 0.010 PF-days on, though C is never less than C_min", () => {
    const gap = (C: number) => lossOfCompute(C) - lossOfMinimalCompute(C);
    expect((findRoot(gap, 1e-8 * pfDay, pfDay) / pfDay).toFixed(3)).toBe("0.010");
    expect([lossOfCompute(pfDay), lossOfMinimalCompute(pfDay)].map((L) => L.toFixed(2))).toEqual(["2.57", "2.66"]);
  });
  test("with the legends of Figure 13 the two trends cross at half a PF-day instead, where the runs end", () => {
    const gap = (C: number) => lossOfCompute(C, figure13) - lossOfMinimalCompute(C, figure1);
    expect((findRoot(gap, 1e-8 * pfDay, 10 * pfDay) / pfDay).toFixed(1)).toBe("0.5");
  });
  test("L(C_min) of Figure 1 is 1.5 % below that of Table 5 at every compute: 2.62 and 2.66 nats at 1 PF-day", () => {
    fc.assert(fc.property(some, (C) => {
      expect(relativeError(lossOfMinimalCompute(C, figure1) / lossOfMinimalCompute(C), (2.3 / 3.1) ** 0.05)).toBeLessThan(1e-12);
    }), { numRuns: 1000 });
    expect([figure1, table5].map((table) => lossOfMinimalCompute(pfDay, table).toFixed(2))).toEqual(["2.62", "2.66"]);
  });
  test("no parameters, no loss", () => {
    expect(() => lossOfSize(-1)).toThrow("parameters must be positive: -1");
    expect(() => lossOfData(0)).toThrow("tokens must be positive: 0");
  });
});
