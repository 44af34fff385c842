import { huber, huberSlope } from "../fitting/huber.ts";
import { bfgs } from "../fitting/bfgs.ts";
import { polish } from "../fitting/multi-start.ts";
import type { Objective } from "../fitting/objective.ts";
import { plainLaw, usableParameters } from "./excess-parameters.ts";
import { constrainedLoss } from "./loss.ts";
import { c4, type DataConstrainedFit } from "./tables.ts";

/** A finished run on repeated data: N parameters, D tokens seen, U of them unique, its loss in nats per token. */
export interface RepeatedRun {
  readonly N: number;
  readonly D: number;
  readonly U: number;
  readonly loss: number;
}

/** A minimum of the fit of the two decay constants. */
export interface DecayFit {
  readonly RD: number;
  readonly RN: number;
  /** Σ Huber_0.001 of the residuals of ln L */
  readonly objective: number;
}

/** Σ Huber_δ(ln L − ln L(N, D, U)) over the runs, all constants but R_D* and R_N* held. Muennighoff et al. 2023, Appendix A. */
export function decayObjective(runs: readonly RepeatedRun[], RD: number, RN: number, held: DataConstrainedFit = c4, delta = 1e-3): number {
  const fit = { ...held, RD, RN };
  return runs.reduce((sum, { N, D, U, loss }) => sum + huber(Math.log(loss / constrainedLoss(N, D, U, fit)), delta), 0);
}

/**
 * R_D* and R_N* with the plain law held, from each of several starts: every minimum that was found, the least first. On the
 * released runs there are four, in a valley so flat that the digits of the published pair mean little; the profile
 * over R_D* says how flat.
 */
export function fitDecay(runs: readonly RepeatedRun[], starts: readonly (readonly [RD: number, RN: number])[], held: DataConstrainedFit = c4): DecayFit[] {
  const objective = logObjective(runs, held);
  const ends = starts.map((start) => polish(objective, bfgs(objective, start.map(Math.log))));
  const found = ends.map(({ x, value }): DecayFit => ({ RD: Math.exp(x[0]!), RN: Math.exp(x[1]!), objective: value })).sort((a, b) => a.objective - b.objective);
  return found.filter((end, i) => !found.slice(0, i).some((other) => same(other.RD, end.RD) && same(other.RN, end.RN)));
}

/**
 * The objective as a function of ln R_D* and ln R_N*, with its gradient: u + u·R*·(1 − e^(−R/R*)) grows with ln R* by
 * u·R*·(1 − (1 + R/R*)·e^(−R/R*)).
 */
export function logObjective(runs: readonly RepeatedRun[], held: DataConstrainedFit = c4, delta = 1e-3): Objective {
  const { A, B, E, alpha, beta } = plainLaw(held);
  const known = runs.map(({ N, D, U, loss }) => {
    const [used, unique] = [Math.min(N, usableParameters(U, held)), Math.min(U, D)];
    return { used, excess: N / used - 1, unique, repeats: D / unique - 1, loss };
  });
  return (x, gradient) => {
    const RD = Math.exp(x[0]!);
    const RN = Math.exp(x[1]!);
    let sum = 0;
    let byD = 0;
    let byN = 0;
    for (const { used, excess, unique, repeats, loss } of known) {
      const fadedN = Math.exp(-excess / RN);
      const fadedD = Math.exp(-repeats / RD);
      const N = used + used * RN * (1 - fadedN);
      const D = unique + unique * RD * (1 - fadedD);
      const ofN = A * N ** -alpha;
      const ofD = B * D ** -beta;
      const predicted = E + ofN + ofD;
      const residual = Math.log(loss / predicted);
      sum += huber(residual, delta);
      const slope = huberSlope(residual, delta) / predicted;
      byN += (slope * alpha * ofN * used * RN * (1 - (1 + excess / RN) * fadedN)) / N;
      byD += (slope * beta * ofD * unique * RD * (1 - (1 + repeats / RD) * fadedD)) / D;
    }
    gradient[0] = byD;
    gradient[1] = byN;
    return sum;
  };
}

function same(a: number, b: number): boolean {
  return Math.abs(a / b - 1) < 1e-3;
}
