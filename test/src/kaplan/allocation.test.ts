import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { allocation, doubleCounting } from "../../../src/kaplan/allocation.ts";
import { criticalBatch } from "../../../src/kaplan/critical-batch.ts";
import { lossOfMinimalCompute } from "../../../src/kaplan/loss-of-minimal-compute.ts";
import { pfDay } from "../../../src/kaplan/pf-day.ts";
import { equation67, table5, table6 } from "../../../src/kaplan/tables.ts";
import { sixND } from "../../../src/transformer/six-n-d.ts";
import { relativeError } from "../relative.ts";

const compute = fc.double({ min: 12, max: 27, noNaN: true }).map((u) => 10 ** u);

describe("Table 6", () => {
  test("is itself at 1 PF-day", () => {
    const { N, B, Smin, Dprinted } = allocation(pfDay);
    expect([N, B, Smin, Dprinted]).toEqual([1.3e9, 2.0e6, 5.4e3, 2e10]);
  });
  test("its exponents of N, B and S add up to 1, and those of B and S to that of D", () => {
    expect((table6.pN + table6.pB + table6.pS).toFixed(2)).toBe("1.00");
    expect((table6.pB + table6.pS).toFixed(2)).toBe(table6.pD.toFixed(2));
  });
  test("6·N_e·B_e·S_e is 2.5 % short of a PF-day, the definition of C_min, as near as two digits come, and D_e is 2·B_e·S_e in its one digit", () => {
    expect(1 - (6 * table6.Ne * table6.Be * table6.Se) / pfDay).toSatisfy((x: number) => x > 0.02 && x < 0.03);
    expect((2 * table6.Be * table6.Se).toPrecision(1)).toBe("2e+10");
  });
  test("its batch is B_crit of L(C_min) to the digits printed, with the exponent α_C^min/α_B", () => {
    expect((criticalBatch(lossOfMinimalCompute(pfDay)) / 1e6).toFixed(1)).toBe((allocation(pfDay).B / 1e6).toFixed(1));
    expect((table5.alphaCmin / table5.alphaB).toFixed(2)).toBe(table6.pB.toFixed(2));
  });
  test("its D is 2C_min/6N, 2.2e10 tokens at 1 PF-day; Equation 6.7 prints 4e10, 1.8 times that (K4)", () => {
    const both = (2 * pfDay) / (6 * table6.Ne);
    expect([both.toPrecision(1), table6.De.toPrecision(1)]).toEqual(["2e+10", "2e+10"]);
    expect((equation67.De / both).toFixed(1)).toBe("1.8");
  });
  test("so 6·N_opt·D_opt is 1.81 times C_min at every C", () => {
    expect(doubleCounting().toFixed(2)).toBe("1.81");
    fc.assert(fc.property(compute, (C) => {
      const { N, Dprinted, Cmin } = allocation(C);
      expect(relativeError(sixND(N, Dprinted) / Cmin, doubleCounting())).toBeLessThan(1e-12);
    }), { numRuns: 1000 });
  });
});

describe("both readings of C", () => {
  test("D = C/6N spends the stated compute under either", () => {
    fc.assert(fc.property(compute, fc.constantFrom("C = C_min" as const, "C_min = C/2" as const), (C, convention) => {
      const { N, D } = allocation(C, convention);
      expect(relativeError(sixND(N, D), C)).toBeLessThan(1e-12);
    }), { numRuns: 1000 });
  });
  test("Hoffmann's D.4 gives Kaplan 4.68B at 1e21 FLOP, which is C_min = C/2; C = C_min is 7.77B (K6)", () => {
    expect((allocation(1e21, "C_min = C/2").N / 1e9).toFixed(2)).toBe("4.68");
    expect((allocation(1e21, "C = C_min").N / 1e9).toFixed(2)).toBe("7.77");
    expect((2 ** table6.pN).toFixed(2)).toBe("1.66");
  });
  test("the talk's 1.026e24 FLOP is 1.23T parameters on 139B tokens, or 739B on 231B", () => {
    const [one, half] = [allocation(1.026e24), allocation(1.026e24, "C_min = C/2")];
    expect([(one.N / 1e12).toFixed(2), (one.D / 1e9).toFixed(0), (half.N / 1e9).toFixed(0), (half.D / 1e9).toFixed(0)]).toEqual(["1.23", "139", "739", "231"]);
    expect((one.Dprinted / 1e9).toFixed(0)).toBe("252");
  });
  test("Gopher's 5.76e23 FLOP is 804B on 119B tokens, or 485B on 198B", () => {
    const [one, half] = [allocation(5.76e23), allocation(5.76e23, "C_min = C/2")];
    expect([one.N / 1e9, one.D / 1e9, half.N / 1e9, half.D / 1e9].map((x) => x.toFixed(0))).toEqual(["804", "119", "485", "198"]);
  });
  test("a compute below zero is refused", () => {
    expect(() => allocation(-1)).toThrow("compute must be positive: -1");
    expect(() => allocation(0, "C_min = C/2")).toThrow("compute must be positive: 0");
  });
});
