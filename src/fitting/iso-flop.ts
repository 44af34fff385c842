import { sixND } from "../transformer/six-n-d.ts";
import { leastSquares } from "./least-squares.ts";
import type { TrainingRun } from "./runs.ts";

/** The parabola of one budget: loss = lowest + curvature·(ln N − ln N*)². */
export interface IsoFlop {
  readonly C: number;
  readonly runs: readonly TrainingRun[];
  /** N* at the vertex, and C/6N* */
  readonly N: number;
  readonly D: number;
  readonly lowest: number;
  readonly curvature: number;
  /** why the vertex cannot be used, if it cannot */
  readonly unusable?: "too few runs" | "no valley" | "vertex outside the sizes";
}

export interface IsoFlopOptions {
  /** runs within this part of a budget belong to it */
  readonly within?: number;
  /** keep only sizes within this factor of the best one */
  readonly window?: number;
  readonly fewest?: number;
}

/** The nine budgets of Hoffmann et al. 2022, Section 3.2, in FLOP. */
export const hoffmannBudgets = { C: [6e18, 1e19, 3e19, 6e19, 1e20, 3e20, 6e20, 1e21, 3e21], source: "Hoffmann et al. 2022", where: "Section 3.2, Figure 3", confidence: "read in source" } as const;

/**
 * Hoffmann's approach 2 for each budget: a parabola of the loss in ln N through the runs that spent it, and its vertex.
 * Hoffmann et al. 2022, Section 3.2. A vertex counts only with runs on both sides: a parabola's arms say nothing of
 * where a valley would be beyond them. Its level is biased by the width of the window, since the valley is no parabola.
 */
export function isoFlops(runs: readonly TrainingRun[], budgets: readonly number[], { within = 0.1, window = Infinity, fewest = 4 }: IsoFlopOptions = {}): IsoFlop[] {
  return budgets.map((C) => parabola(C, near(runs.filter(({ N, D }) => nearest(budgets, sixND(N, D)) === C && Math.abs(sixND(N, D) / C - 1) < within), window), fewest));
}

/** The parabolas whose vertex may be used. */
export function usable(parabolas: readonly IsoFlop[]): IsoFlop[] {
  return parabolas.filter(({ unusable }) => !unusable);
}

function nearest(budgets: readonly number[], C: number): number {
  return budgets.reduce((best, budget) => (Math.abs(C / budget - 1) < Math.abs(C / best - 1) ? budget : best));
}

function near(runs: readonly TrainingRun[], window: number): TrainingRun[] {
  const best = runs.reduce((least, run) => (run.loss < least.loss ? run : least), { N: 1, D: 1, loss: Infinity });
  return runs.filter(({ N }) => Math.abs(Math.log(N / best.N)) <= Math.log(window));
}

function parabola(C: number, runs: readonly TrainingRun[], fewest: number): IsoFlop {
  const none = { C, runs, N: NaN, D: NaN, lowest: NaN, curvature: NaN };
  if (runs.length < fewest) return { ...none, unusable: "too few runs" };
  const logs = runs.map(({ N }) => Math.log(N));
  const middle = logs.reduce((sum, x) => sum + x, 0) / logs.length;
  const [level, slope, curvature] = leastSquares(logs.map((x) => [1, x - middle, (x - middle) ** 2]), runs.map(({ loss }) => loss)) as [number, number, number];
  if (!(curvature > 0)) return { ...none, curvature, unusable: "no valley" };
  const vertex = middle - slope / (2 * curvature);
  const N = Math.exp(vertex);
  const found = { C, runs, N, D: C / 6 / N, lowest: level - slope ** 2 / (4 * curvature), curvature };
  return vertex < Math.min(...logs) || vertex > Math.max(...logs) ? { ...found, unusable: "vertex outside the sizes" } : found;
}
