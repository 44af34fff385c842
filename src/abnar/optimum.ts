import { positive } from "../domain.ts";
import { findRoot } from "../numbers.ts";
import { sparsityLoss } from "./sparsity-loss.ts";
import { type SparsityLaw, table3 } from "./table-3.ts";

/** What to do with C FLOP at one sparsity: parameters in all, those a token meets, tokens, and the loss they reach. */
export interface SparseOptimum {
  readonly N: number;
  readonly active: number;
  readonly D: number;
  readonly loss: number;
}

/**
 * The N and D of least loss for C = 6N(1 − S)D FLOP at sparsity S: where αa/N^α + γd/((1−S)^δ N^γ) = βb/D^β. The larger S,
 * the lower the loss, the more parameters in all, the fewer that a token meets, and the more tokens for each of these: the
 * law has no best sparsity below one. Abnar et al. 2025, Section 3.
 */
export function optimum(C: number, S: number, law: SparsityLaw = table3): SparseOptimum {
  const { a, alpha, b, beta, d, delta, gamma } = law;
  const tokens = (N: number) => positive("compute", C) / (6 * N * (1 - S));
  const slope = (N: number) => alpha * a * N ** -alpha + gamma * d * (1 - S) ** -delta * N ** -gamma - beta * b * tokens(N) ** -beta;
  const N = findRoot(slope, 1, 1e40);
  return { N, active: N * (1 - S), D: tokens(N), loss: sparsityLoss(N, tokens(N), S, law) };
}
