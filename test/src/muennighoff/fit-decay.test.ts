import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { withDifferences } from "../../../src/fitting/objective.ts";
import { seeded } from "../../../src/fitting/random.ts";
import { decayObjective, fitDecay, logObjective, type RepeatedRun } from "../../../src/muennighoff/fit-decay.ts";
import { constrainedLoss } from "../../../src/muennighoff/loss.ts";
import { c4 } from "../../../src/muennighoff/tables.ts";
import { relativeError } from "../relative.ts";

/** Runs of known constants: sizes and unique tokens on a grid, one to sixty epochs, with or without errors of ln L. */
function simulated(noise = 0, seed = 1): RepeatedRun[] {
  const { normal } = seeded(seed);
  const grid = [5e7, 2e8, 8e8, 3e9].flatMap((N) => [1e8, 1e9, 1e10].flatMap((U) => [1, 4, 15, 60].map((epochs) => ({ N, U, D: epochs * U }))));
  return grid.map((run) => ({ ...run, loss: constrainedLoss(run.N, run.D, run.U) * Math.exp(noise > 0 ? noise * normal() : 0) }));
}

const point = fc.tuple(fc.double({ min: 0, max: 6, noNaN: true }), fc.double({ min: -1, max: 4, noNaN: true }));

describe("the fit of the decay constants", () => {
  test("without errors finds the constants that made the runs, from any of sixteen starts", () => {
    const [best, ...others] = fitDecay(simulated(), [3, 15, 40, 100].flatMap((RD) => [1, 2, 5, 15].map((RN) => [RD, RN] as const)));
    expect([relativeError(best!.RD, c4.RD) < 1e-5, relativeError(best!.RN, c4.RN) < 1e-5, others.length]).toEqual([true, true, 0]);
  });
  test("makes small what is written out run by run", () => {
    const runs = simulated(0.01);
    fc.assert(fc.property(point, ([lnRD, lnRN]) => {
      expect(relativeError(logObjective(runs)(Float64Array.of(lnRD, lnRN), new Float64Array(2)), decayObjective(runs, Math.exp(lnRD), Math.exp(lnRN)))).toBeLessThan(1e-11);
    }), { numRuns: 1000 });
  });
  test("knows the slope of it, as differences give it", () => {
    const objective = logObjective(simulated(0.01), c4, 0.1);
    const [given, nearly] = [new Float64Array(2), new Float64Array(2)];
    fc.assert(fc.property(point, (x) => {
      objective(Float64Array.from(x), given);
      withDifferences((at) => objective(at, new Float64Array(2)))(Float64Array.from(x), nearly);
      given.forEach((slope, i) => expect(Math.abs(slope - nearly[i]!)).toBeLessThan(1e-7 * (1 + Math.abs(slope))));
    }), { numRuns: 1000 });
  });
  test("with errors of 1 % is within a third of them", () => {
    const [best] = fitDecay(simulated(0.01), [[10, 3], [30, 8]]);
    expect(relativeError(best!.RD, c4.RD)).toBeLessThan(1 / 3);
  });
});
