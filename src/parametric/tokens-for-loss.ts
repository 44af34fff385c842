import { positive } from "../domain.ts";
import type { ParametricLaw } from "./loss.ts";

/**
 * The tokens with which N parameters reach a loss: D = (B / (L − E − A/N^α))^(1/β). A RangeError where N is
 * `leastParameters` or below, since no number of tokens makes up for that.
 */
export function tokensForLoss({ E, A, B, alpha, beta }: ParametricLaw, loss: number, N: number): number {
  const left = loss - E - A * positive("parameters", N) ** -alpha;
  return (B / positive("loss left for the data", left)) ** (1 / beta);
}

/** The size that would reach a loss with infinitely many tokens: N = (A / (L − E))^(1/α). */
export function leastParameters({ E, A, alpha }: Pick<ParametricLaw, "E" | "A" | "alpha">, loss: number): number {
  return (A / positive("loss above E", loss - E)) ** (1 / alpha);
}
