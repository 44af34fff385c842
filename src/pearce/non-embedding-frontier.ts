import { printed } from "../besiroglu/refit.ts";
import { positive } from "../domain.ts";
import { fitPowerLaw } from "../fitting/fit-power-law.ts";
import { inFull } from "../hoffmann/approach-3.ts";
import { findRoot, geometric } from "../numbers.ts";
import { loss, type ParametricLaw } from "../parametric/loss.ts";
import type { Published } from "../published.ts";
import { tokensFor } from "../transformer/six-n-d.ts";

/** L(N_T, D) = E + A/N_T^α + B/D^β with all parameters counted; E does not move the optimum. */
export type LossConstants = Omit<ParametricLaw, "E">;

/** The two sets that Pearce & Song put in: Hoffmann's, which their script has with four digits, and Besiroglu's. */
export const constants = { hoffmann: inFull, besiroglu: printed } as const;

/**
 * N_T = N + ω·N^(1/3): the embeddings that N leaves out, fitted to Hoffmann's models with 32,000 tokens of vocabulary. It is
 * the coefficient of a fit whose exponent was free and came out as 0.339; with 1/3 held, as it is used, the fit is 52,960.
 */
export const omega = {
  value: 47_491, source: "Pearce & Song 2024, the authors' script", where: "gamma = 47491", confidence: "read in source",
  fittedOn: "the fifty models of Hoffmann et al. 2022, Table A9, N with embeddings", range: { N: { from: 44e6, to: 16.183e9 } },
} as const satisfies Published & { value: number };

/** What the script simulates: sizes without embeddings like Kaplan's, and budgets counted without embeddings. */
export const simulated = { range: { N: { from: 10 ** 2.9, to: 10 ** 9.2 }, C: { from: 10 ** 12.95, to: 10 ** 20.7 } } } as const;

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

/** The best size without embeddings for a compute counted without them: `computeOfBestSize` solved for N. */
export function bestSize(C: number, law: LossConstants): number {
  positive("compute", C);
  return findRoot((N) => computeOfBestSize(N, law) - C, 1e-6, 1e24);
}

/** The exponent p of N ∝ C^p at the size N: from β/(α/3 + β) for the smallest models to β/(α + β) for the largest. */
export function localExponent(N: number, { alpha, beta }: Pick<LossConstants, "alpha" | "beta">): number {
  const x = positive("parameters", N) ** (2 / 3);
  const [ninth, third, whole] = [x + omega.value / 9, x + omega.value / 3, x + omega.value];
  return 1 / (1 - ninth / third / beta + ((1 + alpha) / beta) * (third / whole));
}

/** The straight line in logarithms through the best sizes for a hundred budgets, by default those of the authors' script. */
export function fittedExponent(law: LossConstants, from: number = simulated.range.C.from, to: number = simulated.range.C.to): number {
  return slopeOver(from, to, (C) => bestSize(C, law));
}

/** The same for the least loss, with E in it as Kaplan's trends have no offset. */
export function fittedLossExponent(law: ParametricLaw, from: number = simulated.range.C.from, to: number = simulated.range.C.to): number {
  return slopeOver(from, to, (C) => lossAt(law, C, bestSize(C, law)));
}

function lossAt(law: ParametricLaw, C: number, N: number): number {
  return loss(law, wholeSize(N), tokensFor(C, N));
}

/** The slope of ln f over ln C by least squares, at a hundred values of C. */
function slopeOver(from: number, to: number, f: (C: number) => number): number {
  const budgets = geometric(from, to, 100);
  return fitPowerLaw(budgets, budgets.map(f)).exponent;
}
