import { positive } from "../domain.ts";

/**
 * C_min = C / (1 + B/B_crit): the compute that C at batch B is worth at a batch far below the critical one.
 * Kaplan et al. 2020, Equation 5.5. At B = B_crit, C = 2 C_min.
 */
export function minimalCompute(C: number, B: number, Bcrit: number): number {
  return positive("compute", C) / (1 + positive("batch", B) / positive("critical batch", Bcrit));
}

/** The compute C at batch B that is worth C_min. */
export function computeAtBatch(Cmin: number, B: number, Bcrit: number): number {
  return positive("compute", Cmin) * (1 + positive("batch", B) / positive("critical batch", Bcrit));
}
