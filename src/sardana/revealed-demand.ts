import { positive } from "../domain.ts";
import type { ParametricLaw } from "../parametric/loss.ts";

/**
 * The D_inf for which N parameters on D tokens are the cheapest way to their loss: the first-order condition of
 * `inferenceAware` read backwards, D_inf = (3D/w)·(αA·N^−α/(βB·D^−β) − 1), in tokens. Below zero for a model larger than
 * Chinchilla's, for which no demand could be a reason. A derivation of this report, not of Sardana et al.
 */
export function revealedDemand({ A, B, alpha, beta }: ParametricLaw, N: number, D: number, weight = 1): number {
  const ratio = (alpha * A * positive("parameters", N) ** -alpha) / (beta * B * positive("tokens", D) ** -beta);
  return ((3 * D) / positive("weight", weight)) * (ratio - 1);
}
