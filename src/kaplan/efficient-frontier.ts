import { positive } from "../domain.ts";
import { combinedExponent } from "./combined-exponent.ts";
import { pfDay } from "./pf-day.ts";
import { type Constants, table5 } from "./tables.ts";

/** Constants of L(N, S_min) and of B_crit(L). */
export type FrontierConstants = Constants<"alphaN" | "Nc" | "alphaB" | "Bstar" | "alphaS" | "Sc">;

/**
 * The least loss for C_min FLOP, and the size and updates that reach it: L(N, S) minimised where
 * C_min = 6N·B_crit(L)·S. Kaplan et al. 2020, Appendix B, Equations B.6, B.9 and B.10.
 */
export function efficientFrontier(Cmin: number, constants: FrontierConstants = table5): { L: number; N: number; S: number; B: number } {
  const { alphaN, Nc, alphaS, Sc, alphaB, Bstar } = constants;
  const f = excessAtOptimum(constants);
  const L = (frontierScale(constants) / (positive("compute", Cmin) / pfDay)) ** combinedExponent(constants);
  const N = Nc * ((1 + f) / L) ** (1 / alphaN);
  const S = Sc * ((1 + 1 / f) / L) ** (1 / alphaS);
  return { L, N, S, B: Bstar * L ** (-1 / alphaB) };
}

/** C_c in PF-days, with which L = (C_c/C_min)^α_C^min: Equation B.8. 2.2e8 with Table 5's constants, whose own fit is 3.1e8. */
export function frontierScale(constants: FrontierConstants = table5): number {
  const { alphaN, Nc, alphaS, Sc, Bstar } = constants;
  const f = excessAtOptimum(constants);
  return (6 * Nc * Bstar * Sc * (1 + f) ** (1 / alphaS + 1 / alphaN) * f ** (-1 / alphaS)) / pfDay;
}

/** f = α_N/α_S: compute-efficient training stops at (1 + f) times the converged loss, 10 % above it. Equation B.5. */
export function excessAtOptimum({ alphaN, alphaS }: Constants<"alphaN" | "alphaS"> = table5): number {
  return positive("alphaN", alphaN) / positive("alphaS", alphaS);
}
