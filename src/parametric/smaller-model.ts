import { positive } from "../domain.ts";
import { loss, type ParametricLaw } from "./loss.ts";
import { leastParameters, tokensForLoss } from "./tokens-for-loss.ts";

/**
 * How many times D a model of 1/shrink of the size N must see to be as good as one of N parameters and D tokens.
 * Infinite where the smaller model cannot be as good on any amount of data.
 */
export function tokensOfSmaller(law: ParametricLaw, N: number, D: number, shrink: number): number {
  const target = loss(law, N, D);
  const smaller = N / positive("shrink", shrink);
  return smaller > leastParameters(law, target) ? tokensForLoss(law, target, smaller) / D : Infinity;
}
