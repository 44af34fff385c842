import { positive } from "../domain.ts";

/**
 * S_min = S / (1 + B_crit/B): the updates that S updates at batch B are worth at a batch far above the critical one.
 * Kaplan et al. 2020, Equation 5.4.
 */
export function minimalSteps(S: number, B: number, Bcrit: number): number {
  return positive("steps", S) / (1 + positive("critical batch", Bcrit) / positive("batch", B));
}

/** The updates S at batch B that are worth S_min. */
export function stepsAtBatch(Smin: number, B: number, Bcrit: number): number {
  return positive("steps", Smin) * (1 + positive("critical batch", Bcrit) / positive("batch", B));
}
