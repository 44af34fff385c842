import { positive } from "../domain.ts";
import { frontier } from "../parametric/optimum.ts";
import type { ParametricLaw } from "../parametric/loss.ts";
import { saturating } from "./repeated-data.ts";
import { c4, type DataConstrainedFit } from "./tables.ts";

/** The plain law under the data-constrained one: E, A and B from their logarithms. A 521, B 1488, E 1.87 for C4. */
export function plainLaw({ lnA, lnB, lnE, alpha, beta }: DataConstrainedFit = c4): ParametricLaw {
  return { E: Math.exp(lnE), A: Math.exp(lnA), B: Math.exp(lnB), alpha, beta };
}

/**
 * (U_D·G)^(β/α)·G: the parameters for which U_D fresh tokens would be compute-optimal under the plain law, 0.051 U_D
 * for C4. Muennighoff et al. 2023, Section 3.1 and Appendix B, Equation 20. The paper puts it at about 7M
 * parameters for 100M tokens, a size it trained; the formula gives 5.1M.
 */
export function usableParameters(U: number, fit: DataConstrainedFit = c4): number {
  const { G } = frontier(plainLaw(fit));
  return (positive("unique tokens", U) * G) ** (fit.beta / fit.alpha) * G;
}

/**
 * N' = U_N + U_N·R_N*·(1 − e^(−R_N/R_N*)): what N parameters are worth on U unique tokens, with U_N = min(N, usable) and
 * R_N = N/U_N − 1. N itself up to the usable ones, at most (1 + R_N*) = 6.31 times those. Equation 6.
 */
export function effectiveParameters(N: number, U: number, fit: DataConstrainedFit = c4): number {
  const used = Math.min(positive("parameters", N), usableParameters(U, fit));
  return saturating(used, N, positive("R_N*", fit.RN));
}
