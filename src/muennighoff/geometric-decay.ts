import { fraction, positive } from "../domain.ts";
import { repetitions } from "./repeated-data.ts";
import { c4 } from "./tables.ts";

/**
 * U·(1 + (1 − δ) + (1 − δ)² + …): fresh tokens that U tokens are worth after so many epochs if each pass keeps
 * 1 − δ of the value of the one before. The law's exponential form is its approximation for small δ, with
 * R_D* = (1 − δ)/δ. Muennighoff et al. 2023, Appendix A, Equation 11; both sides in tokens.
 */
export function geometricTokens(U: number, epochs: number, delta: number): number {
  const kept = 1 - fraction("delta", delta);
  return (positive("unique tokens", U) * (1 - kept ** (repetitions(epochs) + 1))) / delta;
}

/** R* = (1 − δ)/δ: how many repetitions all later passes together are worth. */
export function scaleOfDecay(delta: number): number {
  return (1 - fraction("delta", delta)) / delta;
}

/** δ = 1/(1 + R*): the share of its value that a token loses at each pass; 6 % for the R_D* of C4. */
export function decayOfScale(scale: number = c4.RD): number {
  return 1 / (1 + positive("R*", scale));
}
