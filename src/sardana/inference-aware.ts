import { notNegative, positive } from "../domain.ts";
import { findRoot } from "../numbers.ts";
import type { ParametricLaw } from "../parametric/loss.ts";
import { sixND, twoND } from "../transformer/six-n-d.ts";
import { leastParameters } from "../parametric/tokens-for-loss.ts";
import { cheapestTraining, type Training } from "./equal-loss.ts";

/** A run with what it costs over its life: 6ND of training and w·2N·D_inf of inference, in training FLOP. */
export interface Lifetime extends Training {
  readonly inference: number;
  readonly total: number;
}

/**
 * The N and D of least 6ND + w·2N·D_inf that reach a loss of `L` nats, D_inf tokens (prompts and answers) being served in the end.
 * Sardana et al. 2024, Equation 3 (w = 1). No closed form for D_inf > 0; the optimum is where
 * αA·N^−α = βB·D^−β·(1 + w·D_inf/(3D)), solved here for the share of L − E that is left to the data.
 * w is the price of an inference FLOP over that of a training FLOP: 1 for FLOP, else see `costWeight`.
 * D_inf = 0 gives Chinchilla; as D_inf grows N falls to N_min, below which the loss is out of reach.
 */
export function inferenceAware(law: ParametricLaw, L: number, Dinf: number, weight = 1): Lifetime {
  const gap = positive("loss above E", L - law.E);
  const demand = (positive("weight", weight) * notNegative("inference tokens", Dinf)) / 3;
  const tokens = (share: number) => (law.B / (share * gap)) ** (1 / law.beta);
  const share = findRoot((v) => law.alpha * (1 - v) - law.beta * v * (1 + demand / tokens(v)), 1e-300, 1);
  return lifetime({ N: leastParameters(law, L) * (1 - share) ** (-1 / law.alpha), D: tokens(share) }, Dinf, weight);
}

/** αA·N^−α − βB·D^−β·(1 + w·D_inf/(3D)): zero at the optimum, above zero where a larger model and fewer tokens would be cheaper. */
export function imbalance({ A, B, alpha, beta }: ParametricLaw, { N, D }: { N: number; D: number }, Dinf: number, weight = 1): number {
  return alpha * A * N ** -alpha - beta * B * D ** -beta * (1 + (weight * Dinf) / (3 * D));
}

/** What the inference-aware run is beside Chinchilla's of the same loss. */
export interface Saving {
  readonly optimum: Lifetime;
  readonly chinchilla: Lifetime;
  /** N over Chinchilla's */
  readonly size: number;
  /** D over Chinchilla's */
  readonly data: number;
  /** 1 − total over Chinchilla's total */
  readonly saved: number;
  /** Chinchilla's total over the least, less one */
  readonly extra: number;
}

/** How far the inference-aware run departs from Chinchilla's of the same loss, and what that saves over both lives. */
export function saving(law: ParametricLaw, L: number, Dinf: number, weight = 1): Saving {
  const best = inferenceAware(law, L, Dinf, weight);
  const chinchilla = lifetime(cheapestTraining(law, L), Dinf, weight);
  const ratio = best.total / chinchilla.total;
  return { optimum: best, chinchilla, size: best.N / chinchilla.N, data: best.D / chinchilla.D, saved: 1 - ratio, extra: 1 / ratio - 1 };
}

/** The cost of a run and of serving D_inf tokens with it, both in training FLOP. */
export function lifetime({ N, D }: { N: number; D: number }, Dinf: number, weight = 1): Lifetime {
  const inference = Dinf === 0 ? 0 : weight * twoND(N, Dinf);
  const C = sixND(N, D);
  return { N, D, C, inference, total: C + inference };
}
