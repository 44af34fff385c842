import { positive } from "../domain.ts";
import type { ParametricLaw } from "../parametric/loss.ts";
import { frontier } from "../parametric/optimum.ts";
import { sixND } from "../transformer/six-n-d.ts";

/** Parameters and tokens of a run and its training FLOP, 6ND. */
export interface Training {
  readonly N: number;
  readonly D: number;
  readonly C: number;
}

/**
 * The run of least training FLOP that reaches a loss of `L` nats: Chinchilla's, with β/(α+β) of the reducible loss left to N
 * and α/(α+β) left to D.
 */
export function cheapestTraining(law: ParametricLaw, L: number): Training {
  const { a, b } = frontier(law);
  const gap = positive("loss above E", L - law.E);
  const [N, D] = [(law.A / (a * gap)) ** (1 / law.alpha), (law.B / (b * gap)) ** (1 / law.beta)];
  return { N, D, C: sixND(N, D) };
}

/** D_chin(N) = (N/G)^(1/a)/N: the tokens for which N parameters are compute-optimal. Sardana et al. 2024, Appendix A. */
export function chinchillaTokens(law: ParametricLaw, N: number): number {
  const { a, G } = frontier(law);
  return (positive("parameters", N) / G) ** (1 / a) / N;
}
