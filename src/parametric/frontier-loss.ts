import { positive } from "../domain.ts";
import { frontier } from "./optimum.ts";
import type { ParametricLaw } from "./loss.ts";

/**
 * The least loss for C = 6ND FLOP, in nats per token: L*(C) = E + A G^−α (1 + α/β) (C/6)^−γ with γ = αβ/(α+β).
 * Hoffmann et al. 2022 print the N and D of Equation 4, not this; it is what their Equation 2 gives at those.
 */
export function frontierLoss(law: ParametricLaw, C: number): number {
  return law.E + scale(law) * (positive("compute", C) / 6) ** -frontierExponent(law);
}

/** γ = αβ/(α+β): the reducible loss of the best model falls as C^−γ. A pure number. */
export function frontierExponent({ alpha, beta }: Pick<ParametricLaw, "alpha" | "beta">): number {
  return (positive("alpha", alpha) * positive("beta", beta)) / (alpha + beta);
}

/** The fewest FLOP with which a loss is reached; a loss of E or less is a RangeError, since no compute reaches it. */
export function leastCompute(law: ParametricLaw, loss: number): number {
  return 6 * (positive("loss above E", loss - law.E) / scale(law)) ** (-1 / frontierExponent(law));
}

/** A G^−α (1 + α/β): the reducible loss of the best model of 6 FLOP. */
function scale(law: ParametricLaw): number {
  return law.A * frontier(law).G ** -law.alpha * (1 + law.alpha / law.beta);
}
