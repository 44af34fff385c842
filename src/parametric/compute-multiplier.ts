import { fraction, positive } from "../domain.ts";
import { frontierExponent } from "./frontier-loss.ts";
import type { ParametricLaw } from "./loss.ts";

/** The two exponents of a parametric law; nothing else of it matters here. */
export type Exponents = Pick<ParametricLaw, "alpha" | "beta">;

/**
 * How much compute a cut of the reducible loss is worth: a recipe whose best model has (1 − cut) of the reducible loss
 * is one that has (1 − cut)^(−1/γ) times the compute, γ = αβ/(α+β), at every budget. The cut is a fraction, below 1.
 */
export function computeOfCut(law: Exponents, cut: number): number {
  return fraction("1 − cut", 1 - cut) ** (-1 / frontierExponent(law));
}

/** The other way: the fraction of the reducible loss that `factor` times the compute removes, 1 − factor^−γ. */
export function cutOfCompute(law: Exponents, factor: number): number {
  return 1 - positive("factor", factor) ** -frontierExponent(law);
}
