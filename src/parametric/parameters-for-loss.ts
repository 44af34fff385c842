import { positive } from "../domain.ts";
import type { ParametricLaw } from "./loss.ts";

/** The parameters with which D tokens reach a loss: N = (A / (L − E − B/D^β))^(1/α), infinity where no number of parameters does. */
export function parametersForLoss({ E, A, B, alpha, beta }: ParametricLaw, loss: number, D: number): number {
  const left = positive("loss above E", loss - E) - B * positive("tokens", D) ** -beta;
  return left > 0 ? (A / left) ** (1 / alpha) : Infinity;
}

/** The tokens with which infinitely many parameters would reach a loss: D = (B / (L − E))^(1/β). */
export function leastTokens({ E, B, beta }: Pick<ParametricLaw, "E" | "B" | "beta">, loss: number): number {
  return (B / positive("loss above E", loss - E)) ** (1 / beta);
}
