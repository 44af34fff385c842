import { notNegative, positive } from "../domain.ts";
import { type Shape, type Size, table4 } from "./shapes.ts";

/** Parameters of a model: all of them, and those that one token meets. */
export interface Count {
  readonly total: number;
  readonly active: number;
}

/** What makes a dense GLaM a routed one: E experts in every other layer, of which a token meets k. */
export interface Routing {
  readonly experts: number;
  readonly chosen?: number;
}

/** L(4M·heads·d_head + 3MH) + VM: attention, gated feed-forward layers and one embedding of V words. Du et al. 2022, Table 4. */
export function denseParameters({ layers, width, hidden, heads, headWidth, vocabulary }: Shape): number {
  return positive("layers", layers) * (4 * width * heads * headWidth + 3 * width * hidden) + notNegative("vocabulary", vocabulary) * width;
}

/**
 * Every other layer's gated feed-forward (3MH) gives way to E experts of two matrices (2MH each) and a router (ME), of
 * which a token meets k = 2: total = dense + (L/2)((2E − 3)MH + ME), active = dense + (L/2)((2k − 3)MH + ME).
 * Inferred from Table 4 of Du et al. 2022, which prints no rule. It fits all rows but 1.7B/32E, printed as 20e9 and
 * 14.0e9 by rule, a likely misprint.
 */
export function routedParameters(dense: number, { layers, width, hidden }: Omit<Shape, "vocabulary">, { experts, chosen = 2 }: Routing): Count {
  if (positive("chosen experts", chosen) > experts) throw new RangeError(`chosen experts must not be more than experts: ${chosen} > ${experts}`);
  const of = (met: number) => positive("dense parameters", dense) + (layers / 2) * ((2 * met - 3) * width * hidden + width * experts);
  return { total: of(experts), active: of(chosen) };
}

/** The count of GLaM's "64B/64E" and the like: its dense shape, and its experts if it has any. */
export function glamParameters(size: Size, experts?: number): Count {
  const dense = denseParameters(table4[size]);
  return experts === undefined ? { total: dense, active: dense } : routedParameters(dense, table4[size], { experts });
}
