import { describe, expect, test } from "vitest";
import { huber, likelihood, printed, withOutliers } from "../../../src/besiroglu/refit.ts";
import { inFull, rounded } from "../../../src/hoffmann/approach-3.ts";
import { loss, type ParametricLaw, reducibleLoss } from "../../../src/parametric/loss.ts";
import { frontier, optimum } from "../../../src/parametric/optimum.ts";
import { relativeError } from "../relative.ts";

const names = ["A", "B", "E", "alpha", "beta"] as const;
/** The constants of a law, read off its losses: at one parameter or token only A or B is left, at infinitely many only E. */
const readOff = (law: ParametricLaw) => ({
  E: loss(law, Infinity, Infinity), A: reducibleLoss(law, 1, Infinity), B: reducibleLoss(law, Infinity, 1),
  alpha: -Math.log10(reducibleLoss(law, 10, Infinity) / reducibleLoss(law, 1, Infinity)), beta: -Math.log10(reducibleLoss(law, Infinity, 10) / reducibleLoss(law, Infinity, 1)),
});
const apart = (law: ParametricLaw, other: Partial<ParametricLaw>) => names.flatMap((name) => (other[name] === undefined ? [] : [relativeError(readOff(law)[name], other[name])]));
const tokensPerParameter = (law: ParametricLaw, C: number) => optimum(law, C).D / optimum(law, C).N;

describe("Besiroglu's refit", () => {
  test("of greatest likelihood is what the notebook prints as logarithms in its cells 24 and 33, to the digits of its cell 25", () => {
    const cell33 = { A: Math.exp(6.17795598), B: Math.exp(7.64273236), E: Math.exp(0.59711196), alpha: 0.34781303, beta: 0.36585412 };
    expect(Math.max(...apart(likelihood, cell33))).toBeLessThan(5e-7);
  });
  test("of least Huber loss is within 0.03 % of where the notebook's grid search stopped", () => {
    expect(Math.max(...apart(huber, { A: 477.84, B: 2143.86, E: 1.81724, alpha: 0.34731, beta: 0.36718 }))).toBeLessThan(3e-4);
  });
  test("as printed has the A, B, α and β of the first and the E of the second (B1)", () => {
    const { E, ...others } = readOff(likelihood);
    expect(Math.max(...apart(printed, others))).toBeLessThan(2e-4);
    expect(Math.abs(readOff(printed).E - readOff(huber).E)).toBeLessThan(5e-5);
    expect(readOff(printed).E - E).toSatisfy((gap: number) => gap > 3e-4 && gap < 4e-4);
    expect(relativeError(readOff(printed).A, readOff(huber).A)).toBeGreaterThan(0.008);
  });
  test("as printed cuts β where rounding would raise its last digit", () => {
    expect(readOff(likelihood).beta - readOff(printed).beta).toSatisfy((gap: number) => gap > 5.3e-5 && gap < 5.5e-5);
  });
  test("has 0.5126 for the exponent of N, as printed, and 0.5139 where the Huber loss is least", () => {
    expect([printed, likelihood, huber].map((law) => frontier(law).a.toFixed(4))).toEqual(["0.5126", "0.5126", "0.5139"]);
  });
  test("has fewer tokens per parameter the more compute there is, where Hoffmann's approach 3 has more (B3)", () => {
    const budgets = [1e18, 1e21, 5.76e23, 1e26];
    expect(budgets.map((C) => tokensPerParameter(printed, C).toFixed(1))).toEqual(["25.7", "21.6", "18.4", "16.1"]);
    for (const law of [rounded, inFull]) expect(budgets.toSorted((a, b) => tokensPerParameter(law, a) - tokensPerParameter(law, b))).toEqual(budgets);
  });
  test("gives Chinchilla 1.974 nats and Llama 3's 8B on 15T tokens 2.022, above both of Hoffmann's sets (B4)", () => {
    expect([loss(printed, 70e9, 1.4e12), loss(printed, 8.030261248e9, 15e12)].map((L) => L.toFixed(3))).toEqual(["1.974", "2.022"]);
    for (const law of [rounded, inFull]) expect(loss(law, 70e9, 1.4e12)).toBeLessThan(loss(printed, 70e9, 1.4e12) - 0.03);
  });
});

describe("the refit with the five highest losses kept", () => {
  test("is what a likelihood fit to all 245 runs gives, to the digits of its print", () => {
    expect(Math.max(...apart(withOutliers, { A: 463.286, B: 12_529.5, E: 1.8854, alpha: 0.34536, beta: 0.45189 }))).toBeLessThan(3e-3);
  });
  test("implies 6.3 tokens per parameter at Gopher's budget, not the 25.6 that are quoted for it (B5)", () => {
    expect(tokensPerParameter(withOutliers, 5.76e23).toFixed(1)).toBe("6.3");
    expect(tokensPerParameter(printed, 1e18)).toSatisfy((ratio: number) => ratio > 25.5 && ratio < 25.8);
    expect(frontier(withOutliers).a.toFixed(3)).toBe("0.567");
  });
});
