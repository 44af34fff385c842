import { fraction, positive } from "../domain.ts";
import { type SparsityLaw, table3 } from "./table-3.ts";

/**
 * L(N, D, S) = a/N^α + b/D^β + c/(1−S)^λ + d/((1−S)^δ N^γ) + e: nats per token of a model of N parameters in all whose
 * sparsity S = (E − K)/E is the part of E experts that a token does not meet. S from 0 to below 1.
 * Abnar et al. 2025, Equation 6.
 */
export function sparsityLoss(N: number, D: number, S: number, law: SparsityLaw = table3): number {
  const { a, alpha, b, beta, c, lambda, d, delta, gamma, e } = law;
  const met = fraction("part of the experts that a token meets", 1 - S);
  const size = a * positive("parameters", N) ** -alpha + d * met ** -delta * N ** -gamma;
  return size + b * positive("tokens", D) ** -beta + c * met ** -lambda + e;
}

/** S = (E − K)/E: the part of E experts that a token which meets K of them does not meet. */
export function sparsity(experts: number, met: number): number {
  return 1 - fraction("part of the experts that a token meets", positive("met experts", met) / experts);
}
