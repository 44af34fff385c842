import { positive } from "../domain.ts";
import type { ParametricLaw } from "./loss.ts";

/**
 * The parameters with which D tokens reach a loss: N = (A / (L − E − B/D^β))^(1/α). A RangeError where D is
 * `leastTokens` or below, since no number of parameters makes up for that.
 */
export function parametersForLoss({ E, A, B, alpha, beta }: ParametricLaw, loss: number, D: number): number {
  const left = loss - E - B * positive("tokens", D) ** -beta;
  return (A / positive("loss left for the parameters", left)) ** (1 / alpha);
}

/** The tokens with which infinitely many parameters would reach a loss: D = (B / (L − E))^(1/β). */
export function leastTokens({ E, B, beta }: Pick<ParametricLaw, "E" | "B" | "beta">, loss: number): number {
  return (B / positive("loss above E", loss - E)) ** (1 / beta);
}
