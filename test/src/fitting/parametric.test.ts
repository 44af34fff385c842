import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { likelihood } from "../../../src/besiroglu/refit.ts";
import { bootstrap, refit } from "../../../src/fitting/bootstrap.ts";
import { fitParametric } from "../../../src/fitting/fit-parametric.ts";
import { huber, huberSlope } from "../../../src/fitting/huber.ts";
import { fitLikelihood, logLikelihood, logNormaliser } from "../../../src/fitting/likelihood.ts";
import { bfgs } from "../../../src/fitting/bfgs.ts";
import { withDifferences } from "../../../src/fitting/objective.ts";
import { lawOf, parametersOf, parametricObjective } from "../../../src/fitting/parametric-objective.ts";
import { profile } from "../../../src/fitting/profile.ts";
import { seeded } from "../../../src/fitting/random.ts";
import { logarithms, withoutHighest } from "../../../src/fitting/runs.ts";
import { hoffmannGrid, sensibleStarts, startsInBox } from "../../../src/fitting/starts.ts";
import { hoffmannBudgets } from "../../../src/fitting/iso-flop.ts";
import { simulateSweep } from "../../../src/fitting/simulate-sweep.ts";
import { inFull } from "../../../src/hoffmann/approach-3.ts";
import { loss, type ParametricLaw } from "../../../src/parametric/loss.ts";
import { relativeError } from "../relative.ts";

const budgets = hoffmannBudgets.C;
const exact = (law: ParametricLaw) => simulateSweep({ law, budgets, sizes: 9, decades: 1.5 });
const noisy = simulateSweep({ law: inFull, budgets, sizes: 12, decades: 1.5, noise: 0.005 }, seeded(11));
const names = ["A", "B", "E", "alpha", "beta"] as const;

describe("the Huber loss", () => {
  test("is a parabola inside δ and a straight line outside, with no step between", () => {
    expect([0, 1e-3, -5e-4].map((r) => huber(r, 1e-3))).toEqual([0, 5e-7, 1.25e-7]);
    for (const r of [1, -1]) expect(relativeError(huber(r, 1e-3), 1e-3 - 5e-7)).toBeLessThan(1e-12);
    fc.assert(fc.property(fc.double({ min: -1, max: 1, noNaN: true }), (r) => {
      const slope = (huber(r + 1e-7, 1e-3) - huber(r - 1e-7, 1e-3)) / 2e-7;
      expect(Math.abs(slope - huberSlope(r, 1e-3))).toBeLessThan(1.1e-7);
    }), { numRuns: 1000 });
  });
});

describe("the objective of approach 3", () => {
  const runs = logarithms(noisy);
  test("is the sum of the Huber losses of ln L − ln L(N, D), written out, with the published δ of a thousandth", () => {
    const law = likelihood;
    const written = noisy.reduce((sum, { N, D, loss: L }) => {
      const r = Math.abs(Math.log(L) - Math.log(loss(law, N, D)));
      return sum + (r <= 1e-3 ? r ** 2 / 2 : 1e-3 * (r - 5e-4));
    }, 0);
    expect(relativeError(parametricObjective(runs)(parametersOf(law), new Float64Array(5)), written)).toBeLessThan(1e-12);
  });
  test("has the gradient that differences give, at a thousand points near and far", () => {
    const objective = parametricObjective(runs, 1e-2);
    const [given, nearly] = [new Float64Array(5), new Float64Array(5)];
    const point = fc.tuple(...[[4, 9], [4, 9], [-1, 1], [0.1, 0.6], [0.1, 0.6]].map(([min, max]) => fc.double({ min: min!, max: max!, noNaN: true })));
    fc.assert(fc.property(point, (p) => {
      objective(Float64Array.from(p), given);
      withDifferences((x) => objective(x, new Float64Array(5)))(Float64Array.from(p), nearly);
      given.forEach((slope, i) => expect(Math.abs(slope - nearly[i]!)).toBeLessThan(1e-4 * (1 + Math.abs(slope))));
    }), { numRuns: 1000 });
  });
  test("counts a run of weight two as two runs, and one of weight zero not at all", () => {
    const twice = logarithms([...noisy.slice(1), noisy[5]!]);
    const weighted = logarithms(noisy, (i) => (i === 0 ? 0 : i === 5 ? 2 : 1));
    const [g, h] = [new Float64Array(5), new Float64Array(5)];
    expect(relativeError(parametricObjective(weighted)(parametersOf(inFull), g), parametricObjective(twice)(parametersOf(inFull), h))).toBeLessThan(1e-12);
    g.forEach((slope, i) => expect(Math.abs(slope - h[i]!)).toBeLessThan(1e-12));
  });
});

describe("approach 3 on runs whose truth is known", () => {
  test("without noise gives every constant back to a millionth", () => {
    for (const law of [inFull, likelihood]) {
      const found = fitParametric(exact(law)).law;
      for (const name of names) expect(relativeError(found[name], law[name])).toBeLessThan(1e-6);
    }
  });
  test("is the same law in other units: N in billions divides A by 10^(9α), D in billions B by 10^(9β)", () => {
    const [plain, billions] = [noisy, noisy.map((run) => ({ ...run, N: run.N / 1e9, D: run.D / 1e9 }))].map((runs) => fitParametric(runs).law) as [ParametricLaw, ParametricLaw];
    const expected = { ...plain, A: plain.A / 1e9 ** plain.alpha, B: plain.B / 1e9 ** plain.beta };
    for (const name of names) expect(relativeError(billions[name], expected[name])).toBeLessThan(1e-4);
  });
  test("does not depend on the order of the runs", () => {
    expect(relativeError(fitParametric([...noisy].reverse()).objective, fitParametric(noisy).objective)).toBeLessThan(1e-12);
  });
  test("reaches one minimum from thirty-six sensible starts, and from few of the published grid's 4,500", () => {
    expect(fitParametric(noisy)).toMatchObject({ starts: 36, reached: 36 });
    expect(hoffmannGrid().length).toBe(5 * 5 * 5 * 6 * 6);
    const grid = fitParametric(noisy, { starts: hoffmannGrid().filter((_, i) => i % 45 === 0) });
    expect(grid.starts).toBe(100);
    expect(grid.reached).toBeLessThan(60);
    expect(relativeError(grid.objective, fitParametric(noisy).objective)).toBeLessThan(1e-9);
  });
  test("reaches the same minimum from forty starts in the grid's box, for each of twenty seeds", () => {
    const least = fitParametric(noisy).objective;
    for (let seed = 1; seed <= 20; seed++) expect(relativeError(fitParametric(noisy, { starts: startsInBox(40, seeded(seed)) }).objective, least)).toBeLessThan(1e-9);
  });
  test("starts of the box lie where the grid does", () => {
    const ends = hoffmannGrid()[0]!.map((_, i) => [Math.min(...hoffmannGrid().map((start) => start[i]!)), Math.max(...hoffmannGrid().map((start) => start[i]!))]);
    for (const start of startsInBox(500, seeded(1))) start.forEach((x, i) => expect(x).toSatisfy((value: number) => value >= ends[i]![0]! && value <= ends[i]![1]!));
    expect(sensibleStarts(20, 24).length).toBe(36);
  });
  test("wants five runs, each with a positive loss", () => {
    expect(() => fitParametric(noisy.slice(0, 4))).toThrow("five constants need at least five runs: 4");
    expect(() => fitParametric(noisy.map((run) => ({ ...run, loss: -1 })))).toThrow("loss must be positive: -1");
  });
  test("can leave out the runs of highest loss", () => {
    const kept = withoutHighest(noisy, 5);
    expect([kept.length, Math.max(...kept.map(({ loss: L }) => L))]).toEqual([noisy.length - 5, noisy.map(({ loss: L }) => L).sort((a, b) => b - a)[5]]);
  });
});

describe("the likelihood with a free scale", () => {
  test("has a density of total one: ln Z is the integral of exp(−Huber), by Simpson's rule", () => {
    for (const delta of [0.5, 1.345, 2.5]) {
      const [n, end] = [200_000, 60 / delta];
      const h = (2 * end) / n;
      const sum = Array.from({ length: n + 1 }, (_, i) => (i === 0 || i === n ? 1 : i % 2 ? 4 : 2) * Math.exp(-huber(-end + i * h, delta))).reduce((a, b) => a + b);
      expect(relativeError(Math.exp(logNormaliser(delta)), (sum * h) / 3)).toBeLessThan(1e-9);
    }
  });
  test("is greatest where it is said to be: a step either way in any constant or in σ lowers it", () => {
    const { law, sigma, logLikelihood: best } = fitLikelihood(noisy);
    expect(relativeError(logLikelihood(noisy, law, sigma), best)).toBeLessThan(1e-10);
    for (const factor of [0.999, 1.001]) {
      for (const name of names) expect(logLikelihood(noisy, { ...law, [name]: law[name] * factor }, sigma)).toBeLessThan(best);
      expect(logLikelihood(noisy, law, sigma * factor)).toBeLessThan(best);
    }
  });
  test("is a fit of least absolute deviations: σ is their mean over δ times n, and as many runs lie above as below", () => {
    const { law, sigma } = fitLikelihood(noisy);
    const residuals = noisy.map(({ N, D, loss: L }) => Math.log(L / loss(law, N, D)));
    const mean = residuals.reduce((sum, r) => sum + Math.abs(r), 0) / residuals.length;
    expect(relativeError(sigma, mean * 1e-3)).toBeLessThan(1e-3);
    expect(Math.abs(residuals.filter((r) => r > 0).length - residuals.length / 2)).toBeLessThan(5);
  });
});

describe("the bootstrap", () => {
  test("of every run once is the fit itself", () => {
    const { law, objective } = fitParametric(noisy);
    const same = refit(noisy, noisy.map((_, i) => i), law);
    expect(relativeError(same.objective, objective)).toBeLessThan(1e-12);
    for (const name of names) expect(relativeError(same.law[name], law[name])).toBeLessThan(1e-5);
  });
  test("spreads about as the noise would have it: twice the noise, twice the spread of the exponent", () => {
    const spread = (noise: number) => {
      const runs = simulateSweep({ law: inFull, budgets, sizes: 12, decades: 1.5, noise }, seeded(4));
      const exponents = bootstrap(runs, 200, seeded(9)).map(({ alpha, beta }) => beta / (alpha + beta));
      const mean = exponents.reduce((sum, a) => sum + a, 0) / exponents.length;
      return Math.sqrt(exponents.reduce((sum, a) => sum + (a - mean) ** 2, 0) / exponents.length);
    };
    expect(spread(0.006) / spread(0.003)).toSatisfy((ratio: number) => ratio > 1.5 && ratio < 2.6);
  });
  test("covers the truth as often as it says: its 80 % interval of the exponent in about 80 % of sweeps", () => {
    const truth = inFull.beta / (inFull.alpha + inFull.beta);
    const inside = Array.from({ length: 40 }, (_, seed) => {
      const runs = simulateSweep({ law: inFull, budgets, sizes: 9, decades: 1.5, noise: 0.005 }, seeded(100 + seed));
      const exponents = bootstrap(runs, 60, seeded(seed)).map(({ alpha, beta }) => beta / (alpha + beta)).sort((a, b) => a - b);
      return exponents[5]! <= truth && truth <= exponents[53]!;
    }).filter(Boolean).length;
    // Binomial: 32 expected of 40, standard deviation 2.5.
    expect(inside).toSatisfy((count: number) => count >= 23 && count <= 39);
  });
});

describe("a profile", () => {
  test("of a bowl is the parabola that is left when the other axis is at its best", () => {
    // x² + xy + y² + 1: with x held, y = −x/2 leaves 3x²/4 + 1.
    const bowl = withDifferences(([x, y]) => x! ** 2 + x! * y! + y! ** 2 + 1);
    for (const { held, value, x } of profile(bowl, 0, [-2, 0, 1, 3], [[0, 5], [0, -4]])) {
      expect(relativeError(value, 0.75 * held ** 2 + 1)).toBeLessThan(1e-9);
      expect(Math.abs(x[1]! + held / 2)).toBeLessThan(1e-5);
      expect(x[0]).toBe(held);
    }
  });
  test("touches the fit at its own value and lies above it elsewhere", () => {
    const objective = parametricObjective(logarithms(noisy));
    const fit = bfgs(objective, parametersOf(fitParametric(noisy).law));
    const [below, at, above] = profile(objective, 3, [0.9, 1, 1.1].map((k) => k * fit.x[3]!), [fit.x]);
    expect(relativeError(at!.value, fit.value)).toBeLessThan(1e-6);
    expect([below!.value > fit.value, above!.value > fit.value, lawOf(at!.x).alpha]).toEqual([true, true, fit.x[3]]);
  });
});
