import type { Published } from "../published.ts";

/**
 * The constants of L = a/N^α + b/D^β + c/(1−S)^λ + d/((1−S)^δ N^γ) + e: a in nats·parameter^α, b in nats·token^β, c and e
 * nats per token, d in nats·parameter^γ, λ below zero.
 */
export interface SparsityLaw {
  readonly a: number;
  readonly alpha: number;
  readonly b: number;
  readonly beta: number;
  readonly c: number;
  readonly lambda: number;
  readonly d: number;
  readonly delta: number;
  readonly gamma: number;
  readonly e: number;
}

/** One law for all sparsities. */
export const table3 = {
  a: 16612.50, alpha: 0.5962, b: 5455.67, beta: 0.3954, c: 0.4598, lambda: -0.1666, d: 17.26, delta: 0.1603, gamma: 0.1595, e: 0.94,
  source: "Abnar et al. 2025", where: "Table 3", confidence: "secondary",
  note: "explains 99 % of the variance of the runs it was fitted to and 68 % of those held out at S = 0.98",
} as const satisfies Published & SparsityLaw;
