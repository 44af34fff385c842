import { notNegative, positive } from "../domain.ts";
import { bestMixture, type Errors, mixedRisk } from "./shrinkage.ts";

/** n real samples of variance `variance` each, m surrogate ones of `surrogateVariance`, whose mean is off by the square root of `b2`. */
export interface Samples {
  readonly n: number;
  readonly m: number;
  readonly variance: number;
  readonly surrogateVariance: number;
  readonly b2: number;
}

/**
 * Squared error of (1 − α)·mean of the real + α·mean of the surrogate samples: (1 − α)²σ²/n + α²(b² + σ_s²/m). Weighted empirical
 * risk minimisation of Jain, Montanari and Sasoglu 2024 in its simplest case, that of one mean.
 */
export function surrogateRisk(alpha: number, samples: Samples): number {
  return mixedRisk(alpha, errors(samples));
}

/** The weight α of least error and that error, always below σ²/n. */
export function bestSurrogate(samples: Samples): { alpha: number; risk: number } {
  const { w, risk } = bestMixture(errors(samples));
  return { alpha: w, risk };
}

/** m/(n + m): the weight that pouring both sets together gives; with a bias and m large it can be worse than no surrogate at all. */
export function pooledWeight({ n, m }: Pick<Samples, "n" | "m">): number {
  return notNegative("surrogate samples", m) / (positive("samples", n) + m);
}

function errors({ n, m, variance, surrogateVariance, b2 }: Samples): Errors {
  return { V: variance / positive("samples", n), b2, Vt: surrogateVariance / positive("surrogate samples", m) };
}
