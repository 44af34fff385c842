import { positive } from "../domain.ts";
import { loss, type ParametricLaw } from "./loss.ts";
import { tokensForLoss } from "./tokens-for-loss.ts";

/**
 * How many times D a model of 1/shrink of the size N must see to be as good as one of N parameters and D tokens; infinity where
 * no amount of data is enough. The talk's tick-tock, Flash matching the Pro before it, by tokens alone.
 */
export function tokensOfSmaller(law: ParametricLaw, N: number, D: number, shrink: number): number {
  return tokensForLoss(law, loss(law, N, D), N / positive("shrink", shrink)) / D;
}
