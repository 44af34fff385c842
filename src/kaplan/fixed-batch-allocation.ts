import { positive } from "../domain.ts";
import { pfDay } from "./pf-day.ts";
import { figure14 } from "./tables.ts";

/**
 * N = 1.6e9·C^0.88, C in PF-days: the best size at the fixed batch of 2¹⁹ tokens, before the correction to C_min that
 * lowers the exponent to 0.73. Kaplan et al. 2020, Figure 14; the exponent that Porian et al. 2024 set out to reproduce.
 */
export function fixedBatchSize(C: number): number {
  return figure14.Ne * (positive("compute", C) / pfDay) ** figure14.pN;
}
