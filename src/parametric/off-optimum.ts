import { positive } from "../domain.ts";
import type { Exponents } from "./compute-multiplier.ts";
import { frontierExponent } from "./frontier-loss.ts";

/**
 * The compute of a model of k times the best size over that of the best one, at one loss: k·(1 + (β/α)(1 − k^−α))^(−1/β).
 * The same at every budget and whatever A, B and E are. Infinite where k^α ≤ β/(α+β): so small a model never gets there.
 */
export function computeOffOptimum({ alpha, beta }: Exponents, k: number): number {
  const left = 1 + (beta / alpha) * (1 - positive("size over the best size", k) ** -alpha);
  return left > 0 ? k * left ** (-1 / beta) : Infinity;
}

/**
 * The reducible loss of a model of k times the best size over that of the best one, at one budget: (β k^−α + α k^β)/(α+β).
 * It is the isoFLOP curve, which has this shape at every budget.
 */
export function lossOffOptimum({ alpha, beta }: Exponents, k: number): number {
  positive("size over the best size", k);
  return (beta * k ** -alpha + alpha * k ** beta) / (alpha + beta);
}

/** The fraction of the budget with which the best size would have got as far: what is not lost of it. `lossOffOptimum`^(−1/γ), γ = αβ/(α+β). */
export function effectiveCompute(law: Exponents, k: number): number {
  return lossOffOptimum(law, k) ** (-1 / frontierExponent(law));
}

/** The k below which no amount of data makes up for the missing parameters: (β/(α+β))^(1/α). */
export function leastRelativeSize({ alpha, beta }: Exponents): number {
  return (beta / (alpha + beta)) ** (1 / alpha);
}
