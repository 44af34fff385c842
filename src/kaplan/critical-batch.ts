import { positive } from "../domain.ts";
import { type Constants, table5 } from "./tables.ts";

/**
 * B_crit = B_* / L^(1/α_B), in tokens: the batch at which a run takes twice the fewest steps and twice the least
 * compute. It depends on the loss alone, not on the size. Kaplan et al. 2020, Equations 1.4 and 5.3, after
 * McCandlish et al. 2018; measured with 3M and 85M parameters (Figures 10 and 18).
 */
export function criticalBatch(L: number, { alphaB, Bstar }: Constants<"alphaB" | "Bstar"> = table5): number {
  return Bstar * positive("loss", L) ** (-1 / alphaB);
}
