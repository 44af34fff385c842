import { positive } from "../domain.ts";
import { findRoot } from "../numbers.ts";
import { type Optimum, optimum } from "../parametric/optimum.ts";
import { tokensFor } from "../transformer/six-n-d.ts";
import { effectiveParameters, plainLaw, usableParameters } from "./excess-parameters.ts";
import { constrainedLoss } from "./loss.ts";
import { effectiveTokens } from "./repeated-data.ts";
import { c4, type DataConstrainedFit } from "./tables.ts";

/** What to do with C FLOP and U unique tokens: parameters, tokens seen, how often the data is seen, and the loss. */
export interface ConstrainedOptimum extends Optimum {
  readonly epochs: number;
}

/**
 * The N and D of least loss for C = 6ND FLOP when only U tokens are unique. With data enough it is the plain law's optimum;
 * else no closed form exists and N is where the two marginal gains are equal, αA·N'^−α·(N/N')·∂N'/∂N = βB·D'^−β·(D/D')·∂D'/∂D
 * with D = C/6N. There is one such N: the left side falls and the right side rises with N.
 * For C4 it takes fewer parameters and more epochs than the plain optimum: excess parameters decay sooner than repeated tokens.
 */
export function constrainedOptimum(C: number, U: number, fit: DataConstrainedFit = c4): ConstrainedOptimum {
  const plain = optimum(plainLaw(fit), C);
  if (plain.D <= positive("unique tokens", U)) return { ...plain, epochs: 1 };
  const N = findRoot((n) => imbalance(n, C, U, fit), 1, tokensFor(C, U));
  const D = tokensFor(C, N);
  return { N, D, loss: constrainedLoss(N, D, U, fit), epochs: D / U };
}

/** −∂L/∂ln N at fixed C = 6ND, for D at or above U: above zero while more parameters and fewer tokens would still help. */
export function imbalance(N: number, C: number, U: number, fit: DataConstrainedFit = c4): number {
  const { A, B, alpha, beta } = plainLaw(fit);
  const D = tokensFor(C, N);
  const [Nworth, Dworth] = [effectiveParameters(N, U, fit), effectiveTokens(D, U, fit)];
  const usable = Math.min(N, usableParameters(U, fit));
  const fromSize = alpha * A * Nworth ** (-alpha - 1) * N * Math.exp(-(N / usable - 1) / fit.RN);
  const fromData = beta * B * Dworth ** (-beta - 1) * D * Math.exp(-(D / U - 1) / fit.RD);
  return fromSize - fromData;
}
