import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { printed } from "../../../src/besiroglu/refit.ts";
import { atPower, fitPowerLaw } from "../../../src/fitting/fit-power-law.ts";
import { hoffmannBudgets, type IsoFlop, isoFlops, usable } from "../../../src/fitting/iso-flop.ts";
import { seeded } from "../../../src/fitting/random.ts";
import { simulateSweep } from "../../../src/fitting/simulate-sweep.ts";
import { envelope, trainingCurve, warmedUp } from "../../../src/fitting/training-curve.ts";
import { inFull, rounded } from "../../../src/hoffmann/approach-3.ts";
import { geometric } from "../../../src/numbers.ts";
import { loss, type ParametricLaw } from "../../../src/parametric/loss.ts";
import { frontier, optimum } from "../../../src/parametric/optimum.ts";
import { sixND } from "../../../src/transformer/six-n-d.ts";
import { relativeError } from "../relative.ts";

const budgets = hoffmannBudgets.C;
const sizeLaw = (points: readonly { C: number; N: number }[]) => fitPowerLaw(points.map(({ C }) => C), points.map(({ N }) => N));

describe("a simulated sweep", () => {
  const sweep = { law: inFull, budgets, sizes: 7, decades: 2 };
  test("spends its budgets and, without noise, has the losses of its law", () => {
    const runs = simulateSweep(sweep);
    expect(runs.length).toBe(63);
    runs.forEach(({ N, D, loss: L }, i) => {
      expect(relativeError(sixND(N, D), budgets[Math.floor(i / 7)]!)).toBeLessThan(1e-12);
      expect(L).toBe(loss(inFull, N, D));
    });
  });
  test("spans its decades around each budget's best size", () => {
    const sizes = simulateSweep(sweep).slice(0, 7).map(({ N }) => N);
    expect(relativeError(sizes[6]! / sizes[0]!, 100)).toBeLessThan(1e-12);
    expect(relativeError(sizes[3]!, optimum(inFull, budgets[0]).N)).toBeLessThan(1e-12);
  });
  test("with noise is off by that much of ln L, and the same for the same seed", () => {
    const runs = (seed: number) => simulateSweep({ ...sweep, sizes: 200, noise: 0.01 }, seeded(seed));
    const errors = runs(1).map(({ N, D, loss: L }) => Math.log(L / loss(inFull, N, D)));
    const deviation = Math.sqrt(errors.reduce((sum, e) => sum + e ** 2, 0) / errors.length);
    expect(Math.abs(deviation / 0.01 - 1)).toBeLessThan(4.5 / Math.sqrt(2 * errors.length));
    expect(runs(1)).toEqual(runs(1));
    expect(() => simulateSweep({ ...sweep, noise: 0.01 })).toThrow("noise wants a source of random numbers");
  });
});

describe("approach 2, parabolas at each budget", () => {
  const biases = (law: ParametricLaw, sizes: number) => [1, 2, 4].map((decades) => {
    const valleys = usable(isoFlops(simulateSweep({ law, budgets, sizes, decades }), budgets));
    const exact = frontier(law).a;
    expect(Math.abs(sizeLaw(valleys).exponent - exact)).toBeLessThan(1e-12);
    return 100 * (valleys[0]!.N / optimum(law, valleys[0]!.C).N - 1);
  });
  test("without noise has the exponent exactly at any width, but a level 0.9, 3.8 and 16 % too high over 1, 2 and 4 decades of Hoffmann's rounded surface", () => {
    const written = (sizes: number, digits: number[]) => biases(rounded, sizes).map((x, i) => x.toFixed(digits[i]));
    expect(written(12, [1, 1, 0])).toEqual(["0.9", "3.8", "16"]);
    expect(written(9, [2, 2, 1])).toEqual(["0.98", "3.99", "16.9"]);
    expect(written(21, [2, 2, 1])).toEqual(["0.88", "3.55", "14.9"]);
  });
  test("and 0.3, 1.1 and 4.4 % too low on Besiroglu's", () => {
    expect(biases(printed, 12).map((x) => x.toFixed(1))).toEqual(["-0.3", "-1.1", "-4.4"]);
  });
  test("finds the vertex of a valley that is a parabola in ln N, wherever it lies", () => {
    fc.assert(fc.property(fc.double({ min: 7.2, max: 9.8, noNaN: true }), fc.double({ min: 0.01, max: 1, noNaN: true }), (log, curvature) => {
      const C = 1e20;
      const runs = geometric(1e7, 1e10, 9).map((N) => ({ N, D: C / 6 / N, loss: 2 + curvature * Math.log(N / 10 ** log) ** 2 }));
      const [valley] = isoFlops(runs, [C]) as [IsoFlop];
      expect(relativeError(valley.N, 10 ** log)).toBeLessThan(1e-9);
      expect(relativeError(valley.curvature, curvature)).toBeLessThan(1e-9);
      expect(relativeError(valley.lowest, 2)).toBeLessThan(1e-9);
      expect(valley.unusable).toBeUndefined();
    }), { numRuns: 1000 });
  });
  test("does not use too few runs, a ridge, or a vertex beyond the sizes", () => {
    const at = (f: (x: number) => number, count = 5) => isoFlops(geometric(1e8, 1e9, count).map((N) => ({ N, D: 1e20 / 6 / N, loss: f(Math.log(N / 1e8)) })), [1e20])[0]!;
    expect([at((x) => 3 + (x - 1) ** 2, 3).unusable, at((x) => 3 - x ** 2).unusable, at((x) => 3 + (x + 1) ** 2).unusable]).toEqual(["too few runs", "no valley", "vertex outside the sizes"]);
    expect(usable([at((x) => 3 + (x + 1) ** 2), at((x) => 3 + (x - 1) ** 2)]).length).toBe(1);
  });
  test("gives a run to the nearest budget, if it is within a tenth of it, and keeps a window around the best", () => {
    const run = (N: number, C: number) => ({ N, D: C / 6 / N, loss: 2 + Math.log(N / 1e9) ** 2 });
    const runs = [...geometric(1e8, 1e10, 9).map((N) => run(N, 1.05e20)), ...geometric(1e8, 1e10, 5).map((N) => run(N, 1.3e20))];
    expect(isoFlops(runs, [1e20, 1e21]).map((valley) => valley.runs.length)).toEqual([9, 0]);
    expect(isoFlops(runs, [1e20], { window: 2 })[0]!.runs.every(({ N }) => N >= 5e8 && N <= 2e9)).toBe(true);
  });
  test("its nine budgets are three a decade, and the Gopher budget lies 192 times beyond the last", () => {
    const valleys = isoFlops(simulateSweep({ law: printed, budgets, sizes: 5, decades: 1 }), budgets);
    valleys.slice(3).forEach(({ C }, i) => expect(relativeError(C / valleys[i]!.C, 10)).toBeLessThan(1e-12));
    expect((5.76e23 / valleys.at(-1)!.C).toFixed(0)).toBe("192");
  });
});

describe("the envelope of training curves", () => {
  const sizes = geometric(1e5, 2e10, 240);
  const exponent = (law: ParametricLaw, schedule: { warmUp?: number; gap?: number }) => sizeLaw(envelope(sizes.map((N) => trainingCurve(law, N, { horizon: 1.31e11, ...schedule })), geometric(1e17, 1e20, 60))).exponent;
  test("of curves that cost nothing on the way has the exponent of the law", () => {
    for (const law of [inFull, printed]) expect(Math.abs(exponent(law, {}) - frontier(law).a)).toBeLessThan(2e-3);
  });
  test("goes through the optimum of each budget", () => {
    for (const { C, N, loss: L } of envelope(sizes.map((size) => trainingCurve(inFull, size, { horizon: 1.31e11 })), [1e18, 1e20])) {
      expect(relativeError(N, optimum(inFull, C).N)).toBeLessThan(0.06);
      expect(relativeError(L, optimum(inFull, C).loss)).toBeLessThan(1e-4);
    }
  });
  test("a warm-up as long as Kaplan's raises the exponent by an eighth of one or more, an undecayed rate lowers it", () => {
    for (const law of [inFull, printed]) {
      expect(exponent(law, { warmUp: 3000 * 2 ** 19 }) - frontier(law).a).toBeGreaterThan(0.125);
      expect(exponent(law, { gap: 0.25 }) - frontier(law).a).toBeLessThan(-0.01);
    }
  });
  test("leaves out budgets at which the largest or the smallest size wins, and sizes whose run was over", () => {
    const curves = geometric(1e8, 1e9, 5).map((N) => trainingCurve(inFull, N, { horizon: 1e11 }));
    expect(envelope(curves, [1e15, 1e25])).toEqual([]);
    for (const { N, D, C } of envelope(curves, geometric(1e18, 1e21, 20))) expect([sixND(N, 1e11) >= C, relativeError(6 * N * D, C) < 1e-12]).toEqual([true, true]);
  });
  test("a warm-up's tokens are the area under its learning rate: the sum of D/W over the way", () => {
    const steps = 100_000;
    for (const D of [0.4, 1, 3.7]) {
      const area = Array.from({ length: steps }, (_, i) => Math.min(1, ((i + 0.5) / steps) * D) * (D / steps)).reduce((a, b) => a + b);
      expect(relativeError(warmedUp(D * 1e9, 1e9), 1e9 * area)).toBeLessThan(1e-6);
    }
  });
  test("a curve ends at its horizon", () => {
    const { lossAt } = trainingCurve(inFull, 1e9, { horizon: 1e10, gap: 0.3 });
    expect(lossAt(1e10)).toBe(loss(inFull, 1e9, 1e10));
    expect(() => lossAt(2e10)).toThrow("tokens must not be more than the horizon: 20000000000 > 10000000000");
  });
});

describe("a power law read off a sweep", () => {
  test("predicts the optimum a thousandfold beyond it, where the law is a power law", () => {
    const valleys = usable(isoFlops(simulateSweep({ law: inFull, budgets, sizes: 11, decades: 0.5 }), budgets));
    expect(relativeError(atPower(sizeLaw(valleys), 3e24), optimum(inFull, 3e24).N)).toBeLessThan(3e-3);
  });
});
