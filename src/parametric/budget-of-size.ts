import { positive } from "../domain.ts";
import type { ParametricLaw } from "./loss.ts";
import { frontier } from "./optimum.ts";

/** The budget in FLOP for which N parameters are the best size: C = 6 (N/G)^(1/a), Hoffmann et al. 2022, Equation 4, solved for C. */
export function budgetOfSize(law: ParametricLaw, N: number): number {
  const { a, G } = frontier(law);
  return 6 * (positive("parameters", N) / G) ** (1 / a);
}

/** The budget in FLOP for which D tokens are the best amount: C = 6 (DG)^(1/b). */
export function budgetOfTokens(law: ParametricLaw, D: number): number {
  const { b, G } = frontier(law);
  return 6 * (positive("tokens", D) * G) ** (1 / b);
}
