import { fraction, notNegative, positive } from "../domain.ts";

/** Who writes, who judges (parameters, 0 for nobody) and the share of the written tokens that are kept. */
export interface Production {
  readonly generator: number;
  readonly filter: number;
  readonly kept: number;
}

/**
 * (2N_generator + 2N_filter)/kept: FLOP of a synthetic token that ends in the training set, each candidate being
 * written once and read once. Prompts are left out. A derivation of this report.
 */
export function keptTokenCost({ generator, filter, kept }: Production): number {
  return (2 * positive("generator", generator) + 2 * notNegative("filter", filter)) / fraction("kept", kept);
}

/** That cost over the 6N FLOP of training N parameters on the token, seen `epochs` times. */
export function overTrainingCost(production: Production, N: number, epochs = 1): number {
  return keptTokenCost(production) / (6 * positive("parameters", N) * positive("epochs", epochs));
}
