import type { ParametricLaw } from "../parametric/loss.ts";
import { bfgs } from "./bfgs.ts";
import { centred } from "./centred.ts";
import { fitParametric } from "./fit-parametric.ts";
import { polish } from "./multi-start.ts";
import type { Objective } from "./objective.ts";
import { hoffmannDelta, lawOf, parametersOf, parametricObjective } from "./parametric-objective.ts";
import { type LogRuns, logarithms, type TrainingRun } from "./runs.ts";

/** A fit with a scale of its own for the residuals. */
export interface LikelihoodFit {
  readonly law: ParametricLaw;
  /** residuals of ln L are measured in it */
  readonly sigma: number;
  readonly logLikelihood: number;
}

/**
 * The law and the scale σ under which the runs are likeliest, if residuals r of ln L have the density
 * exp(−Huber_δ(r/σ))/(σZ). With the free scale nearly every residual lies on the straight arms, so it is a fit of least
 * absolute deviations: what Besiroglu et al. 2024 (the authors' notebook) print as their estimates, and not the minimum of
 * Hoffmann's objective.
 */
export function fitLikelihood(runs: readonly TrainingRun[], delta: number = hoffmannDelta.delta): LikelihoodFit {
  const { runs: around, there, back } = centred(logarithms(runs));
  const objective = negativeLogLikelihood(around, delta);
  const start = parametersOf(fitParametric(runs, { delta }).law);
  const ends = [1e-2, 1e-4, 1e-6].map((sigma) => polish(objective, bfgs(objective, there([...start, Math.log(sigma)]))));
  const best = ends.reduce((least, end) => (end.value < least.value ? end : least));
  return { law: lawOf(back(best.x)), sigma: Math.exp(best.x[5]!), logLikelihood: -best.value };
}

/** ln Π exp(−Huber_δ(r/σ))/(σZ) of the runs under a law and a scale. */
export function logLikelihood(runs: readonly TrainingRun[], law: ParametricLaw, sigma: number, delta: number = hoffmannDelta.delta): number {
  const objective = negativeLogLikelihood(logarithms(runs), delta);
  return -objective(Float64Array.of(...parametersOf(law), Math.log(sigma)), new Float64Array(6));
}

/** ln Z = ln ∫ exp(−Huber_δ(u)) du = ln(√(2π)·erf(δ/√2) + 2·exp(−δ²/2)/δ). */
export function logNormaliser(delta: number): number {
  return Math.log(Math.sqrt(2 * Math.PI) * errorFunction(delta / Math.SQRT2) + (2 * Math.exp(-(delta ** 2) / 2)) / delta);
}

function negativeLogLikelihood(runs: LogRuns, delta: number): Objective {
  const count = runs.weight.reduce((sum, weight) => sum + weight, 0);
  const lnZ = logNormaliser(delta);
  const gradientOfSum = new Float64Array(5);
  return (q, gradient) => {
    // Huber_δ(r/σ) = Huber_{δσ}(r)/σ², so the objective of the plain fit serves with a narrower δ.
    const sigma = Math.exp(q[5]!);
    const sum = parametricObjective(runs, delta * sigma)(q.subarray(0, 5), gradientOfSum) / sigma ** 2;
    for (let i = 0; i < 5; i++) gradient[i] = gradientOfSum[i]! / sigma ** 2;
    gradient[5] = count - stretch(q, sigma);
    return sum + count * (lnZ + q[5]!);
  };

  /** Σ slope(u)·u over the runs, u = r/σ: how the sum falls as σ grows. */
  function stretch(q: Float64Array, sigma: number): number {
    let total = 0;
    for (let i = 0; i < runs.loss.length; i++) {
      const predicted = Math.exp(q[0]! - q[3]! * runs.lnN[i]!) + Math.exp(q[1]! - q[4]! * runs.lnD[i]!) + Math.exp(q[2]!);
      const u = Math.log(runs.loss[i]! / predicted) / sigma;
      total += runs.weight[i]! * u * Math.max(-delta, Math.min(delta, u));
    }
    return total;
  }
}

/** erf by its series, which is exact to a double's digits for |x| ≤ 3. */
function errorFunction(x: number): number {
  let [term, sum] = [x, x];
  for (let n = 1; Math.abs(term) > 1e-18 * Math.abs(sum); n++) {
    term *= -(x * x) / n;
    sum += term / (2 * n + 1);
  }
  return (2 / Math.sqrt(Math.PI)) * sum;
}
