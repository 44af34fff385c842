import { findRoot } from "../numbers.ts";
import { costElasticity, forwardFlops } from "./flops-per-token.ts";
import { searchBounds } from "./search-bounds.ts";
import type { Scenario } from "./scenarios.ts";
import type { Trained } from "./student-loss.ts";
import { supervised } from "./tables.ts";

/** Who is taught, for how many FLOP in all, and what of the teacher they have to pay for. */
export interface Task {
  readonly NS: number;
  readonly C: number;
  readonly scenario: Scenario;
}

/**
 * The teacher's tokens that reach its loss most cheaply at N_T parameters: αA/N_T^α = βB/D_T^β e(N_T) (1 + δ_Lgt D_S/(3 δ_Pre D_T)),
 * e being the elasticity of F. It is the condition of a model that is trained once and then served on the student's
 * D_S tokens, derived here; without logits it is that of compute-optimal training. Where training is free, the bound.
 * With D_S from the budget it reads (cheapest/D_T)^β (1 + w (most/D_T − 1)) = 1, where w is the teacher's share of a student's token.
 */
export function teacherTokens(NT: number, { NS, C, scenario: { logits, pretraining } }: Task): number {
  if (pretraining === 0) return searchBounds.to;
  const FT = forwardFlops(NT);
  const w = (logits * FT) / (3 * forwardFlops(NS) + logits * FT);
  const D = servedTokens(computeOptimalTokens(NT), C / (3 * pretraining * FT), w);
  return Math.min(D, searchBounds.to);
}

/** The root in D, by Newton's method in ln D: the logarithm of the left side is convex and falls, so it is approached from below. */
function servedTokens(cheapest: number, most: number, w: number): number {
  for (let D = cheapest; ; ) {
    const served = 1 + w * (most / D - 1);
    const step = (Math.log(served) - supervised.beta * Math.log(D / cheapest)) / (supervised.beta + (w * most) / D / served);
    if (!(step > 1e-14)) return D;
    D *= Math.exp(step);
  }
}

/** D at which N parameters are the cheapest for their loss, when training is all that they cost: αA/N^α = βB/D^β e(N). */
export function computeOptimalTokens(N: number): number {
  const { alpha, beta, A, B } = supervised;
  return ((beta * B * costElasticity(N)) / (alpha * A * N ** -alpha)) ** (1 / beta);
}

/** What the budget leaves for the student, who pays 3F(N_S) a token for itself and δ_Lgt F(N_T) for the teacher's answer. */
export function studentTokens(teacher: Trained, { NS, C, scenario: { logits, pretraining } }: Task): number {
  const FT = forwardFlops(teacher.N);
  const left = C - 3 * pretraining * FT * teacher.D;
  return left / (3 * forwardFlops(NS) + logits * FT);
}

/** The largest teacher that the budget can train at all, or the bound where training is free. */
export function largestTeacher({ C, scenario: { pretraining } }: Task): number {
  const { from, to } = searchBounds;
  const over = (N: number) => 3 * pretraining * forwardFlops(N) * computeOptimalTokens(N) - C;
  if (over(from) >= 0) throw new RangeError(`compute must be enough to train a teacher of ${from} parameters: ${C}`);
  return over(to) < 0 ? to : findRoot(over, from, to);
}
