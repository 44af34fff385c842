import { positive } from "../domain.ts";
import { criticalBatch } from "./critical-batch.ts";
import type { FrontierConstants } from "./efficient-frontier.ts";
import { lossOfSize } from "./loss-of-size.ts";
import { type Constants, table5 } from "./tables.ts";

type Exponents = Constants<"alphaN" | "alphaS">;

/**
 * Compute, in units of the least, that reaches the optimum's loss with `k` times the optimal size:
 * k·[1 + (α_S/α_N)(1 − k^−α_N)]^(−1/α_S). Kaplan et al. 2020, Equation B.16: at most 20 % more from 0.6 to 2.2 times.
 * Infinite for a size that never gets there.
 */
export function suboptimalCompute(k: number, exponents: Exponents = table5): number {
  return k * suboptimalSteps(k, exponents);
}

/** Updates likewise: a model 2.2 times the optimum needs 45 % fewer. Equation B.17. */
export function suboptimalSteps(k: number, { alphaN, alphaS }: Exponents = table5): number {
  const bracket = 1 + (alphaS / alphaN) * (1 - positive("size ratio", k) ** -alphaN);
  return bracket > 0 ? bracket ** (-1 / alphaS) : Infinity;
}

/** C_min in FLOP that brings N parameters to loss L: Equation B.15. Infinite where L(N) is not below L. */
export function computeForLoss(N: number, L: number, constants: FrontierConstants = table5): number {
  const rest = positive("loss", L) - lossOfSize(N, constants);
  return rest > 0 ? 6 * N * criticalBatch(L, constants) * constants.Sc * rest ** (-1 / constants.alphaS) : Infinity;
}
