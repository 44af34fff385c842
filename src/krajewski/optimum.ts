import { positive } from "../domain.ts";
import { findRoot } from "../numbers.ts";
import { atGranularity, granularLoss } from "./loss.ts";
import { routingShare, totalParameters, trainingFlops } from "./size.ts";
import { type GranularLaw, moe64 } from "./tables.ts";

/** What to do with C FLOP: granularity, parameters a token meets, parameters in all, tokens, and the loss they reach. */
export interface GranularOptimum {
  readonly G: number;
  readonly active: number;
  readonly N: number;
  readonly D: number;
  readonly loss: number;
}

const powersOfTwo = Array.from({ length: 11 }, (_, power) => 2 ** power);

/**
 * The G, N_act and D of least loss for C FLOP, G being one of `granularities` (powers of two, as in the paper).
 * Krajewski et al. 2024, Section 6.2 and Table 2.
 */
export function optimum(C: number, law: GranularLaw = moe64, granularities: readonly number[] = powersOfTwo): GranularOptimum {
  const each = granularities.map((G) => optimumAt(C, G, law));
  return each.reduce((best, one) => (one.loss < best.loss ? one : best));
}

/**
 * The N_act and D of least loss for C FLOP at one granularity: αA/N^α = βB/D^β · (1 − s/3(1+s)), where s is the router's
 * share. Its second factor is what makes parameters cheaper than 6N, since wide models route at less cost.
 */
export function optimumAt(C: number, G: number, law: GranularLaw = moe64): GranularOptimum {
  const active = findRoot((n) => slopeInSize(n, spending(C, n, G, law), G, law), 1, positive("compute", C));
  const [N, D] = [totalParameters(active, law.expansion), spending(C, active, G, law)];
  return { G, active, N, D, loss: granularLoss(N, D, G, law) };
}

/**
 * The same with any granularity from 1 up, powers of two or not: where γg/(G^γ N^α) = βB/D^β · s/(1+s), splitting experts
 * further gains as much as its routing costs in tokens.
 */
export function continuousOptimum(C: number, law: GranularLaw = moe64): GranularOptimum {
  const slope = (G: number) => slopeInGranularity(optimumAt(C, G, law), law);
  return optimumAt(C, slope(1) <= 0 ? 1 : findRoot(slope, 1, 1e6), law);
}

/** Tokens that spend C FLOP on N_act parameters at granularity G. */
function spending(C: number, active: number, G: number, law: GranularLaw): number {
  return C / trainingFlops(active, 1, G, law.expansion);
}

/** −dL/d ln N_act at a constant budget, in nats. */
function slopeInSize(active: number, D: number, G: number, law: GranularLaw): number {
  const { A, B, alpha, beta } = atGranularity(G, law);
  const share = routingShare(active, G, law.expansion);
  const gained = alpha * A * totalParameters(active, law.expansion) ** -alpha;
  return gained - beta * B * D ** -beta * (1 - share / (3 * (1 + share)));
}

/** −dL/d ln G at a constant budget and size, in nats. */
function slopeInGranularity({ G, active, N, D }: GranularOptimum, { g, gamma, alpha, b, beta, expansion }: GranularLaw): number {
  const share = routingShare(active, G, expansion);
  return gamma * g * G ** -gamma * N ** -alpha - (beta * b * D ** -beta * share) / (1 + share);
}
