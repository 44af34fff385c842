import { positive } from "../domain.ts";
import { findRoot, geometric } from "../numbers.ts";
import type { Published } from "../published.ts";

/** L(N_T, D) = E + A/N_T^α + B/D^β with all parameters counted; E does not move the optimum. */
export interface LossConstants {
  readonly A: number;
  readonly B: number;
  readonly alpha: number;
  readonly beta: number;
}

const script = { source: "Pearce & Song 2024, the authors' script", confidence: "read in source" } as const;

/** The two sets that Pearce & Song put in: Hoffmann's unrounded one and Besiroglu's. */
export const constants = {
  hoffmann: { A: 406.401, B: 410.723, alpha: 0.33917084, beta: 0.2849083, where: "Hoffmann et al. 2022, TeX source", ...script },
  besiroglu: { A: 482.01, B: 2085.43, alpha: 0.3478, beta: 0.3658, where: "Besiroglu et al. 2024", ...script },
} as const satisfies Record<string, LossConstants & Published>;

/** N_T = N + ω·N^(1/3): the embeddings that N leaves out, fitted to Hoffmann's models with 32,000 tokens of vocabulary. */
export const omega = { value: 47_491, where: "gamma = 47491", ...script } as const satisfies Published & { value: number };

/** N_T of N parameters without embeddings. */
export function wholeSize(N: number): number {
  return positive("parameters", N) + omega.value * N ** (1 / 3);
}

/**
 * The compute 6ND, counted without embeddings, at which N (without embeddings) is the best size for a loss that
 * knows only N_T: C = 6N (N + ωN^(1/3)/3)^(−1/β) (N + ωN^(1/3))^((1+α)/β) (βB/αA)^(1/β).
 */
export function computeOfBestSize(N: number, { A, B, alpha, beta }: LossConstants): number {
  const third = N + (omega.value / 3) * N ** (1 / 3);
  return 6 * N * third ** (-1 / beta) * wholeSize(N) ** ((1 + alpha) / beta) * ((beta * B) / (alpha * A)) ** (1 / beta);
}

/** The exponent p of N ∝ C^p at the size N: from β/(α/3 + β) for the smallest models to β/(α + β) for the largest. */
export function localExponent(N: number, { alpha, beta }: Pick<LossConstants, "alpha" | "beta">): number {
  const x = positive("parameters", N) ** (2 / 3);
  const [ninth, third, whole] = [x + omega.value / 9, x + omega.value / 3, x + omega.value];
  return 1 / (1 - ninth / third / beta + ((1 + alpha) / beta) * (third / whole));
}

/** The straight line in logarithms through the best sizes for a hundred budgets, by default those of the authors' script. */
export function fittedExponent(loss: LossConstants, from = 10 ** 12.95, to = 10 ** 20.7): number {
  const logC = geometric(from, to, 100).map(Math.log);
  const logN = logC.map((u) => Math.log(findRoot((N) => computeOfBestSize(N, loss) - Math.exp(u), 1, 1e18)));
  const [meanC, meanN] = [mean(logC), mean(logN)];
  return mean(logC.map((u, i) => (u - meanC) * (logN[i]! - meanN))) / mean(logC.map((u) => (u - meanC) ** 2));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
