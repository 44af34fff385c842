import { positive } from "../domain.ts";
import { loss, type ParametricLaw } from "../parametric/loss.ts";
import { tokensForLoss } from "./equal-loss.ts";

/**
 * How many times D tokens a model of N/r parameters must see to reach the loss of N parameters on D tokens;
 * infinity if no number is enough. The talk's tick-tock (Flash should match the previous Pro), by tokens alone.
 */
export function moreTokens(law: ParametricLaw, N: number, D: number, r: number): number {
  return tokensForLoss(law, loss(law, N, D), N / positive("r", r)) / D;
}
