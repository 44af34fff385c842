import { describe, expect, test } from "vitest";
import { inFull, rounded } from "../../../src/hoffmann/approach-3.ts";
import { approach1Predictions, approach2Predictions, approach3Predictions } from "../../../src/hoffmann/predictions.ts";
import { approach1, approach2, approach3AsTabulated, lineThrough } from "../../../src/hoffmann/tabulated-law.ts";
import { budgetOfSize } from "../../../src/parametric/budget-of-size.ts";
import { sixND, tokensFor } from "../../../src/transformer/six-n-d.ts";
import { expectDimensions } from "../dimensions.ts";
import { relativeError } from "../relative.ts";

const [rows1, rows2, rows3] = [approach1Predictions.rows, approach2Predictions.rows, approach3Predictions.rows];
/** The tokens that the tables print, in billions, row by row. */
const tokens = [
  [rows1, [8.0, 20.2, 205.1, 1500, 3700, 5900, 11.0e3, 21.2e3, 216.2e3]],
  [rows2, [7.7, 20.0, 219.5, 1700, 4300, 7100, 13.4e3, 26.5e3, 292.0e3]],
  [rows3, [9.2, 27.1, 410.1, 4100, 20.1e3, 43.5e3, 94.1e3, 1425.5e3]],
] as const;
/** 6ND/C of each row with the tokens as printed. */
const ratios = tokens.map(([rows, printed]) => rows.map(({ N, C }, i) => sixND(N, printed[i]! * 1e9) / C));

describe("the tables of predictions", () => {
  test("spend C = 6ND, within 1.2 % in all rows but these: 67B of approach 1, 67B and 280B of approach 3 (H6, H7)", () => {
    const off = ratios.map((table) => table.flatMap((ratio, row) => (Math.abs(ratio - 1) > 0.012 ? [`row ${row}: ${ratio.toFixed(3)}`] : [])));
    expect(off).toEqual([["row 3: 1.047"], [], ["row 3: 0.964", "row 4: 0.959"]]);
  });
  test("have 67B see 1.43T tokens at Gopher's budget, where Table 3 prints 1.5T (H7)", () => {
    expect((tokensFor(rows1[3].C, rows1[3].N) / 1e12).toFixed(2)).toBe("1.43");
  });
  test("count Gopher's budgets to their digits: 1/29,968, 1/4,761, 1/46, 1, 6.7, 17.2, 59.5, 221.3 and 22515.9 in Table 3", () => {
    const printed = [1 / 29968, 1 / 4761, 1 / 46, 1, 6.7, 17.2, 59.5, 221.3, 22515.9];
    rows1.forEach(({ C }, i) => expect(relativeError(C / rows1[3].C, printed[i]!)).toBeLessThan(0.02));
    expect(relativeError(rows1[7].C / rows1[3].C, printed[7]!)).toBeLessThan(0.005);
    expect(relativeError(rows1[8].C / rows1[3].C, printed[8]!)).toBeLessThan(0.005);
  });
  test("leave out a row of 175B that spends less than 67B does: 1.26e24 FLOP for 12.0T tokens, a tenth of its 6ND (H5)", () => {
    expect(1.26e24).toBeLessThan(rows3[3].C);
    expect((sixND(175e9, 12.0e12) / 1.26e24).toFixed(1)).toBe("10.0");
    expect(relativeError(sixND(175e9, 12.0e12), budgetOfSize(inFull, 175e9))).toBeLessThan(0.13);
  });
  test("do not have the 4.41e24 FLOP and 4.2T tokens of 175B, and 6.8T of 280B, that Section 3.4 speaks of (H8)", () => {
    expect(relativeError(sixND(175e9, 4.2e12), 4.41e24)).toBeLessThan(1e-12);
    for (const rows of [rows1, rows2]) expect(relativeError(rows[4].C, 4.41e24)).toBeGreaterThan(0.02);
    for (const rows of [rows1, rows2]) expect(relativeError(tokensFor(rows[5].C, rows[5].N), 6.8e12)).toBeGreaterThan(0.03);
  });
  test("do not make approaches 2 and 3 similar, as the caption of Table 3 says: 3.6 times the tokens at 1T parameters, 4.9 at 10T, and 4.4 and 6.6 times approach 1's (H14)", () => {
    const at = (rows: readonly { N: number; C: number }[], fromEnd: number) => tokensFor(rows.at(-fromEnd)!.C, rows.at(-fromEnd)!.N);
    expect([2, 1].map((row) => (at(rows3, row) / at(rows2, row)).toFixed(1))).toEqual(["3.6", "4.9"]);
    expect([2, 1].map((row) => (at(rows3, row) / at(rows1, row)).toFixed(1))).toEqual(["4.4", "6.6"]);
  });
  test("of approach 3 are given neither by the constants in full, whose budgets are 1.02 to 1.18 times these, nor by the rounded ones, 1.57 to 2.22 times (H4)", () => {
    const extremes = (law: typeof inFull | typeof rounded) => {
      const factors = rows3.map(({ N, C }) => budgetOfSize(law, N) / C);
      return [Math.min(...factors).toFixed(2), Math.max(...factors).toFixed(2)];
    };
    expect(extremes(inFull)).toEqual(["1.02", "1.18"]);
    expect(extremes(rounded)).toEqual(["1.57", "2.22"]);
  });
});

describe("the straight lines through the tables", () => {
  test("pass within 0.7 % of every row but that of 67B, which is 1.2, 3.2 and 3.7 % below them", () => {
    const residuals = [rows1, rows2, rows3].map((rows) => {
      const { k, a } = lineThrough(rows);
      return rows.map(({ N, C }) => N / (k * C ** a) - 1);
    });
    expect(residuals.map((each) => (100 * each[3]!).toFixed(1))).toEqual(["-1.2", "-3.2", "-3.7"]);
    for (const each of residuals) expect(Math.max(...each.filter((_, i) => i !== 3).map(Math.abs))).toBeLessThan(0.007);
  });
  test("are the ones that a least-squares line in Python finds: 0.0992·C^0.4981, 0.1449·C^0.4899 and 0.5351·C^0.4586", () => {
    const lines = [rows1, rows2, rows3].map(lineThrough).map(({ k, a }) => [k.toPrecision(3), a.toFixed(4)]);
    expect(lines).toEqual([["0.0992", "0.4981"], ["0.145", "0.4899"], ["0.535", "0.4586"]]);
  });
  test("give the sizes it finds at both ends, which every single row moves", () => {
    const found = [[approach1, 91.645e6, 884.91e9], [approach2, 95.488e6, 793.38e9], [approach3AsTabulated, 96.327e6, 449.54e9]] as const;
    for (const [law, small, large] of found) {
      expect(relativeError(law(1e18).N, small)).toBeLessThan(1e-5);
      expect(relativeError(law(1e26).N, large)).toBeLessThan(1e-5);
    }
  });
  test("give 2.86B parameters for 1e21 FLOP by approach 1, as Section D.4 prints", () => {
    expect((approach1(1e21).N / 1e9).toFixed(2)).toBe("2.86");
  });
  test("have parameters for a unit", () => {
    const rows = (unitN: number, unitC: number) => lineThrough(rows1.map(({ N, C }) => ({ N: N * unitN, C: C * unitC })));
    expectDimensions(({ N, C }) => rows(N!, C!).k * (1e21 * C!) ** rows(N!, C!).a, { N: [1, { parameter: 1 }], C: [1, { FLOP: 1 }] }, { parameter: 1 });
  });
  test("no compute, no size", () => {
    for (const law of [approach1, approach2, approach3AsTabulated]) expect(() => law(0)).toThrow("compute must be positive: 0");
  });
});
