import { positive } from "../domain.ts";
import { c4, type DataConstrainedFit } from "./tables.ts";

/** Which repetition decays how fast: R_D* alone. */
export type DataDecay = Pick<DataConstrainedFit, "RD">;

/**
 * D' = U_D + U_D·R_D*·(1 − e^(−R_D/R_D*)): the fresh tokens that D tokens seen are worth if only U of them are unique.
 * U_D = min(U, D), R_D = D/U_D − 1 repetitions (epochs less one). With no repetition it is D; with endless
 * repetition it is (1 + R_D*)·U, 16.39 U for C4. All in tokens, D may be infinite.
 * Muennighoff et al. 2023, Equation 5; released runs of up to 9,000 epochs.
 */
export function effectiveTokens(D: number, U: number, { RD }: DataDecay = c4): number {
  return saturating(Math.min(positive("unique tokens", U), positive("tokens", D)), D, positive("R_D*", RD));
}

/** e^(−R_D/R_D*) = ∂D'/∂D: what the next token seen is worth in fresh ones, after so many whole or partial epochs (one or more). */
export function nextTokenValue(epochs: number, { RD }: DataDecay = c4): number {
  return Math.exp(-repetitions(epochs) / positive("R_D*", RD));
}

/** u + u·R*·(1 − e^(−R/R*)) with R = x/u − 1: what x is worth when all beyond u is repetition or excess. */
export function saturating(u: number, x: number, scale: number): number {
  return u - u * scale * Math.expm1(-(x / u - 1) / scale);
}

/** R_D: epochs less the first. */
export function repetitions(epochs: number): number {
  if (epochs >= 1) return epochs - 1;
  throw new RangeError(`epochs must be at least 1: ${epochs}`);
}
