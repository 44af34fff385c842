import { positive } from "../domain.ts";
import { table6 } from "./tables.ts";

/**
 * By how much N and D grow for `factor` times the compute when N ∝ C^pN and C = 6ND, so D ∝ C^(1−pN). Kaplan's
 * 0.73 gives 5.37 and 1.86 for ten times, which the talk prints; Figure 14's caption rounds to 5 and 2, and
 * Hoffmann et al. 2022 (Section 1) to 5.5 and 1.8, which would be an exponent of 0.74.
 */
export function tenfold(pN: number = table6.pN, factor = 10): { N: number; D: number } {
  const N = positive("factor", factor) ** pN;
  return { N, D: factor / N };
}
