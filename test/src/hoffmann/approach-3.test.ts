import { describe, expect, test } from "vitest";
import { inFull, rounded } from "../../../src/hoffmann/approach-3.ts";
import { gopherBudget } from "../../../src/hoffmann/gopher-budget.ts";
import { loss, type ParametricLaw, reducibleLoss } from "../../../src/parametric/loss.ts";
import { frontier, optimum } from "../../../src/parametric/optimum.ts";
import { relativeError } from "../relative.ts";

/** ln A, ln B and ln E as the TeX source has them. */
const logarithms = { A: 6.0073404, B: 6.0179186, E: 0.5267228 };
/** The constants of a law, read off its losses: at one parameter or token only A or B is left, at infinitely many only E. */
const readOff = (law: ParametricLaw) => ({
  E: loss(law, Infinity, Infinity), A: reducibleLoss(law, 1, Infinity), B: reducibleLoss(law, Infinity, 1),
  alpha: -Math.log10(reducibleLoss(law, 10, Infinity) / reducibleLoss(law, 1, Infinity)), beta: -Math.log10(reducibleLoss(law, Infinity, 10) / reducibleLoss(law, Infinity, 1)),
});

describe("approach 3 in full", () => {
  test("has the A, B and E whose logarithms stand in the TeX source, to the eighth digit", () => {
    const { A, B, E } = readOff(inFull);
    [A, B, E].forEach((value, i) => expect(relativeError(value, Math.exp([logarithms.A, logarithms.B, logarithms.E][i]!))).toBeLessThan(5e-8));
  });
  test("puts 40B parameters on Gopher's budget, as Figure 4 prints", () => {
    expect((optimum(inFull, gopherBudget.C).N / 1e9).toFixed(0)).toBe("40");
  });
  test("has 0.46 for the exponent of N and 0.54 for that of D, as Table 2 prints; its rounded constants have 0.45 and 0.55 (H2)", () => {
    const exponents = (law: ParametricLaw) => [frontier(law).a.toFixed(2), frontier(law).b.toFixed(2)];
    expect(exponents(inFull)).toEqual(["0.46", "0.54"]);
    expect(exponents(rounded)).toEqual(["0.45", "0.55"]);
    expect(frontier(inFull).a).toSatisfy((a: number) => a > 0.45652 && a < 0.45653);
  });
});

describe("approach 3 as Equation 10 prints it", () => {
  test("is the fit in full, each constant rounded to the digits of the print", () => {
    const [full, short] = [readOff(inFull), readOff(rounded)];
    const digits = { E: 2, A: 1, B: 1, alpha: 2, beta: 2 };
    for (const name of ["E", "A", "B", "alpha", "beta"] as const) expect(relativeError(short[name], Number(full[name].toFixed(digits[name]))), name).toBeLessThan(1e-12);
  });
  test("moves the loss of Chinchilla from 1.921 to 1.937 nats, and its best size at Gopher's budget from 40.4B to 32.2B (B4)", () => {
    const chinchilla = (law: ParametricLaw) => loss(law, 70e9, 1.4e12).toFixed(4);
    expect([chinchilla(inFull), chinchilla(rounded)]).toEqual(["1.9208", "1.9366"]);
    expect([inFull, rounded].map((law) => (optimum(law, gopherBudget.C).N / 1e9).toFixed(1))).toEqual(["40.4", "32.2"]);
  });
  test("gives Llama 3's 8B on 15T tokens 1.948 nats, where the fit in full gives 1.943", () => {
    expect([rounded, inFull].map((law) => loss(law, 8.030261248e9, 15e12).toFixed(3))).toEqual(["1.948", "1.943"]);
  });
});
