import { positive } from "../domain.ts";
import { pfDay } from "./pf-day.ts";
import { powerLaw } from "./power-law.ts";
import { type Constants, table5 } from "./tables.ts";

/**
 * L(C) = (C_c/C)^α_C: the least loss for C FLOP at the fixed batch of 2¹⁹ tokens, the "naive" trend.
 * Kaplan et al. 2020, Table 5 and Figure 1; for predictions the paper wants L(C_min) instead (footnote 3).
 */
export function lossOfCompute(C: number, { alphaC, Cc }: Constants<"alphaC" | "Cc"> = table5): number {
  return powerLaw(Cc, alphaC, positive("compute", C) / pfDay);
}
