import { positive } from "../domain.ts";
import { findRoot } from "../numbers.ts";
import { type SparsityLaw, table3 } from "./table-3.ts";

/**
 * The parameters N below which, C FLOP given and N held, a dense model is the best: where the loss along C = 6N(1 − S)D first
 * falls with S, βb/D^β − λc = δd/N^γ at S = 0. The more C, the larger: a dense model of N then lacks no tokens.
 * Abnar et al. 2025, Appendix D.2, read about 500e6 off surfaces fitted to each budget of 3e19 to 1e21 FLOP; this law
 * has 43e6 to 281e6.
 */
export function denseBelow(C: number, { b, beta, c, lambda, d, delta, gamma }: SparsityLaw = table3): number {
  const gain = (N: number) => beta * b * (positive("compute", C) / (6 * N)) ** -beta - lambda * c - delta * d * N ** -gamma;
  return findRoot(gain, 1, C);
}
