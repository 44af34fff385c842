import { notNegative, positive } from "../domain.ts";
import { budget, secondsFor } from "../hardware/budget.ts";
import { twoND } from "../transformer/six-n-d.ts";
import type { Shape } from "../transformer/shape.ts";

/** FLOP of a prefill: by the weights, and by attention over what is in the cache. */
export interface PrefillFlops {
  readonly weights: number;
  readonly attention: number;
  readonly total: number;
}

/** The heads that attend; any object that has them will do. */
export type Attending = Pick<Shape, "layers" | "heads" | "headSize">;

/** The chips of a prefill, which is bound by arithmetic: bandwidth has no say from some 240 tokens on. */
export interface Arithmetic {
  readonly chips: number;
  readonly peak: number;
}

/**
 * FLOP of T new tokens behind `cached` ones: 2NT for the weights, and 4T(S − T/2)NHL for scores and mix over S = cached + T
 * keys under a causal mask. Without heads, attention is left out, as the talk leaves it out.
 */
export function prefillFlops(N: number, tokens: number, over?: { readonly heads: Attending; readonly cached: number }): PrefillFlops {
  const weights = twoND(N, tokens);
  const attention = over ? attentionFlops(over.heads, tokens, over.cached) : 0;
  return { weights, attention, total: weights + attention };
}

/** 4T(S − T/2)NHL, with S = cached + T. */
export function attentionFlops({ layers, heads, headSize }: Attending, tokens: number, cached = 0): number {
  const keys = notNegative("cached tokens", cached) + positive("tokens", tokens) / 2;
  return 4 * tokens * keys * heads * headSize * layers;
}

/** The keys S at which attention costs a new token as much as N weights do: 4SNHL = 2N. */
export function equalAttention(N: number, { layers, heads, headSize }: Attending): number {
  return positive("parameters", N) / (2 * heads * headSize * layers);
}

/** Seconds of so many FLOP at an MFU: flops/(chips · peak · mfu). The talk's 5.7 s is 2·70e9·8000/197e12, one chip at an MFU of 1. */
export function prefillSeconds(flops: number, { chips, peak }: Arithmetic, mfu = 1): number {
  return secondsFor(flops, { chips, peak }, mfu);
}

/** Chips, not a whole number, that do so many FLOP within `seconds`. */
export function chipsToCompute(flops: number, seconds: number, peak: number, mfu = 1): number {
  return positive("flops", flops) / budget({ chips: 1, seconds, peak }, mfu);
}

/** The largest dense model whose T new tokens are through within `seconds`: chips·peak·mfu·seconds/2T, attention left out. */
export function largestModel(seconds: number, tokens: number, { chips, peak }: Arithmetic, mfu = 1): number {
  return budget({ chips, seconds, peak }, mfu) / (2 * positive("tokens", tokens));
}
