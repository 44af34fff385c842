import { describe, expect, test } from "vitest";
import { findRoot } from "../../../src/numbers.ts";
import { intersection } from "../../../src/kaplan/intersection.ts";
import { lossOfData } from "../../../src/kaplan/loss-of-data.ts";
import { lossOfMinimalCompute } from "../../../src/kaplan/loss-of-minimal-compute.ts";
import { pfDay } from "../../../src/kaplan/pf-day.ts";
import { equation67, printed, table6 } from "../../../src/kaplan/tables.ts";
import { relativeError } from "../relative.ts";

describe("where Kaplan's laws contradict each other", () => {
  test.each([["Table 6", table6], ["Equation 6.7", equation67]] as const)("with the data of %s the closed form is the root of L(C_min) − L(D(C_min))", (_, data) => {
    const gap = (C: number) => lossOfMinimalCompute(C) - lossOfData(data.De * (C / pfDay) ** data.pD);
    const point = intersection(data);
    expect(relativeError(point.C, findRoot(gap, pfDay, 1e10 * pfDay))).toBeLessThan(1e-10);
    expect(relativeError(lossOfData(point.D), point.L)).toBeLessThan(1e-12);
  });
  test("Table 6 gives 1.1e4 PF-days, 1.2e12 parameters, 2.5e11 tokens, 1.67 nats (K5)", () => {
    const { C, N, D, L } = intersection();
    expect([(C / pfDay).toPrecision(2), N.toPrecision(2), D.toPrecision(2), L.toFixed(2)]).toEqual(["1.1e+4", "1.2e+12", "2.5e+11", "1.67"]);
  });
  test("Equation 6.7, printed a line above, gives 1.1e5, 6.1e12, 8.1e11 and 1.49 (K5)", () => {
    const { C, N, D, L } = intersection(equation67);
    expect([(C / pfDay).toPrecision(2), N.toPrecision(2), D.toPrecision(2), L.toFixed(2)]).toEqual(["1.1e+5", "6.1e+12", "8.1e+11", "1.49"]);
  });
  test("the printed D* goes with neither: Table 6 reaches 10⁴ PF-days, 10¹² parameters and L* to the digits printed, and L(D*) is 1.46 (K5)", () => {
    const { C, N, D, L } = intersection();
    const order = (x: number) => Math.round(Math.log10(x));
    expect([order(C / pfDay), order(N), L.toFixed(1)]).toEqual([4, 12, printed.intersection.L.toFixed(1)]);
    expect(order(D)).toBe(11);
    expect(lossOfData(printed.intersection.D).toFixed(2)).toBe("1.46");
  });
});
