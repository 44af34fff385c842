import { positive } from "../domain.ts";
import type { ParametricLaw } from "../parametric/loss.ts";
import { frontier } from "../parametric/optimum.ts";
import { sixND } from "../transformer/six-n-d.ts";

/** Parameters and tokens of a run and its training FLOP, 6ND. */
export interface TrainingRun {
  readonly N: number;
  readonly D: number;
  readonly C: number;
}

/** The tokens that bring N parameters to a loss of `L` nats: (B/(L − E − A/N^α))^(1/β), infinity if no number does. */
export function tokensForLoss(law: ParametricLaw, L: number, N: number): number {
  const left = reducible(law, L) - law.A * positive("parameters", N) ** -law.alpha;
  return left > 0 ? (law.B / left) ** (1 / law.beta) : Infinity;
}

/** N_min = (A/(L − E))^(1/α): at or below so many parameters no number of tokens reaches a loss of `L` nats. */
export function smallestModel(law: ParametricLaw, L: number): number {
  return (law.A / reducible(law, L)) ** (1 / law.alpha);
}

/**
 * The run of least training FLOP that reaches a loss of `L` nats: Chinchilla's, with β/(α+β) of the reducible loss left to N
 * and α/(α+β) left to D.
 */
export function cheapestTraining(law: ParametricLaw, L: number): TrainingRun {
  const { a, b } = frontier(law);
  const N = (law.A / (a * reducible(law, L))) ** (1 / law.alpha);
  const D = (law.B / (b * reducible(law, L))) ** (1 / law.beta);
  return { N, D, C: sixND(N, D) };
}

/** D_chin(N) = (N/G)^(1/a)/N: the tokens for which N parameters are compute-optimal. Sardana et al. 2024, Appendix A. */
export function chinchillaTokens(law: ParametricLaw, N: number): number {
  const { a, G } = frontier(law);
  return (positive("parameters", N) / G) ** (1 / a) / N;
}

/** L − E, or a RangeError if no model is that good. */
export function reducible({ E }: ParametricLaw, L: number): number {
  if (L > E) return L - E;
  throw new RangeError(`loss must be above the irreducible ${E}: ${L}`);
}
