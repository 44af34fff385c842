import { requiredMfu } from "../hardware/budget.ts";
import { twoND } from "../transformer/six-n-d.ts";

/**
 * The MFU of inference: 2N FLOP for each token that goes through, over what the chips could have done in the time. Pope et
 * al. 2022, Section 2, where attention is left out.
 */
export function servingMfu(N: number, tokens: number, seconds: number, chips: number, peak: number): number {
  return requiredMfu(twoND(N, tokens), { chips, seconds, peak });
}
