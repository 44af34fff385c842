import { positive } from "../domain.ts";
import { twoND } from "../transformer/six-n-d.ts";
import { gemma2, type Pair } from "./tables.ts";

/** n·S·W·2P: FLOP of writing S solutions of W tokens for each of n problems with P parameters. Bansal et al. 2024. */
export function samplingCost(problems: number, samples: number, tokens: number, P: number): number {
  return twoND(P, positive("problems", problems) * positive("samples", samples) * positive("tokens", tokens));
}

/** S_weak = (P_strong/P_weak)·S_strong: samples of the weak generator for the cost of `samples` of the strong one, solutions being as long. */
export function matchedSamples(samples: number, { strong, weak }: Pair = gemma2): number {
  return (positive("samples", samples) * positive("strong", strong)) / positive("weak", weak);
}
