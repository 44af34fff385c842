import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { printed } from "../../../src/besiroglu/refit.ts";
import { fitParametric } from "../../../src/fitting/fit-parametric.ts";
import { bestSizeGradient, bestSizeVariance, information, sensitivity, withRun } from "../../../src/fitting/information.ts";
import { hoffmannBudgets } from "../../../src/fitting/iso-flop.ts";
import { parametersOf, lawOf } from "../../../src/fitting/parametric-objective.ts";
import { seeded } from "../../../src/fitting/random.ts";
import { simulateSweep } from "../../../src/fitting/simulate-sweep.ts";
import type { Start } from "../../../src/fitting/starts.ts";
import { loss, type ParametricLaw } from "../../../src/parametric/loss.ts";
import { optimum } from "../../../src/parametric/optimum.ts";
import { relativeError } from "../relative.ts";

const law: ParametricLaw = printed;
const sigma = 0.002;
const C = 1e24;
const sweep = { law, budgets: hoffmannBudgets.C, sizes: 12, decades: 2 };
const runs = simulateSweep(sweep);
const info = information(law, runs, sigma);
const somewhere = fc.record({ N: fc.double({ min: 7, max: 11, noNaN: true }).map((u) => 10 ** u), D: fc.double({ min: 9, max: 13, noNaN: true }).map((u) => 10 ** u) });

/** By central differences in (ln A, ln B, ln E, α, β). */
const slopes = (f: (moved: ParametricLaw) => number) => [0, 1, 2, 3, 4].map((i) => {
  const at = (h: number) => f(lawOf(parametersOf(law).map((value, k) => (k === i ? value + h : value))));
  return (at(1e-5) - at(-1e-5)) / 2e-5;
});

describe("what runs tell of a law", () => {
  test("the sensitivity and the gradient of the best size are the slopes of what they are said to be slopes of", () => {
    fc.assert(fc.property(somewhere, (run) => {
      const expected = slopes((moved) => Math.log(loss(moved, run.N, run.D)));
      sensitivity(law, run).forEach((value, i) => expect(Math.abs(value - expected[i]!)).toBeLessThan(1e-7 * Math.max(1, Math.abs(value))));
    }));
    const expected = slopes((moved) => Math.log(optimum(moved, C).N));
    bestSizeGradient(law, C).forEach((value, i) => expect(Math.abs(value - expected[i]!)).toBeLessThan(1e-6 * Math.max(1, Math.abs(value))));
  });
  test("one run more does what adding it to the runs does, and never harms", () => {
    fc.assert(fc.property(somewhere, (run) => {
      const after = withRun(law, info, run, sigma, C);
      expect(relativeError(after.variance, bestSizeVariance(law, information(law, [...runs, run], sigma), C))).toBeLessThan(1e-6);
      expect(after.variance).toBeLessThanOrEqual(bestSizeVariance(law, info, C) * (1 + 1e-12));
      expect(after.lnDeterminant).toBeGreaterThan(0);
    }));
  });
  test("the variance goes with σ² and falls with the number of runs", () => {
    expect(relativeError(bestSizeVariance(law, information(law, runs, 2 * sigma), C), 4 * bestSizeVariance(law, info, C))).toBeLessThan(1e-9);
    expect(relativeError(bestSizeVariance(law, information(law, [...runs, ...runs], sigma), C), bestSizeVariance(law, info, C) / 2)).toBeLessThan(1e-9);
  });
  test("it is the variance of least-squares fits to runs of known truth, within a tenth", () => {
    const random = seeded(11);
    const start = [...parametersOf(law)] as unknown as Start;
    const sizes = Array.from({ length: 300 }, () => Math.log(optimum(fitParametric(simulateSweep({ ...sweep, noise: sigma }, random), { delta: 1e3, starts: [start] }).law, C).N));
    const mean = sizes.reduce((sum, x) => sum + x, 0) / sizes.length;
    const deviation = Math.sqrt(sizes.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (sizes.length - 1));
    expect(relativeError(deviation, Math.sqrt(bestSizeVariance(law, info, C)))).toBeLessThan(0.1);
  });
  test("runs of one size determine nothing of it", () => {
    const same = [1e9, 1e10, 1e11, 1e12, 1e13].map((D) => ({ N: 1e9, D }));
    expect(() => bestSizeVariance(law, information(law, same, sigma), C)).toThrow("these runs do not determine all five constants");
  });
});
