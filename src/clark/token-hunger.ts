import { positive } from "../domain.ts";
import { frontier } from "../parametric/optimum.ts";
import type { ParametricLaw } from "../parametric/loss.ts";

/** The parametric law of a model whose N active parameters do the work of mN: A becomes A/m^α, all else stays. */
export function withMultiplier(law: ParametricLaw, m: number): ParametricLaw {
  return { ...law, A: law.A / positive("multiplier", m) ** law.alpha };
}

/**
 * How many times more tokens the optimum of a budget takes when experts make N parameters do the work of mN (m = N̄/N):
 * m^(α/(α+β)), and as many times fewer active parameters. It follows from the closed form of Hoffmann et al. 2022,
 * Equation 4, if experts act on A alone; laws that let experts act on B, α and β too say otherwise.
 */
export function tokenHunger(m: number, exponents: Pick<ParametricLaw, "alpha" | "beta">): number {
  return positive("multiplier", m) ** frontier({ E: 0, A: 1, B: 1, ...exponents }).b;
}
