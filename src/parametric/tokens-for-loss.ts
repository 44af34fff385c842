import { positive } from "../domain.ts";
import type { ParametricLaw } from "./loss.ts";

/** The tokens with which N parameters reach a loss: D = (B / (L − E − A/N^α))^(1/β), infinity where no number of tokens does. */
export function tokensForLoss({ E, A, B, alpha, beta }: ParametricLaw, loss: number, N: number): number {
  const left = positive("loss above E", loss - E) - A * positive("parameters", N) ** -alpha;
  return left > 0 ? (B / left) ** (1 / beta) : Infinity;
}

/** The size that would reach a loss with infinitely many tokens: N = (A / (L − E))^(1/α). At or below it no number of tokens does. */
export function leastParameters({ E, A, alpha }: Pick<ParametricLaw, "E" | "A" | "alpha">, loss: number): number {
  return (A / positive("loss above E", loss - E)) ** (1 / alpha);
}
