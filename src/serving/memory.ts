import { notNegative, positive } from "../domain.ts";
import type { Chip } from "../hardware/chips.ts";
import type { Shape } from "../transformer/shape.ts";

/**
 * Bytes that keys and values of one token take over all layers: 2·bytes·KHL, with K heads of H numbers in L layers.
 * Austin et al. 2025, Part 7: 327,680 for Llama 3 70B in bf16, which they print as 324 kB.
 */
export function kvBytesPerToken({ layers, kvHeads, headSize }: Pick<Shape, "layers" | "kvHeads" | "headSize">, bytes = 2): number {
  return 2 * positive("bytes per number", bytes) * positive("kvHeads", kvHeads) * positive("headSize", headSize) * positive("layers", layers);
}

/** Bytes of N parameters: 2 each in bf16, 1 in int8, ½ in int4. */
export function weightBytes(N: number, bytes = 2): number {
  return positive("parameters", N) * positive("bytes per number", bytes);
}

/** Chips, not a whole number, whose memory holds so many bytes. */
export function chipsToHold(bytes: number, { memory }: Pick<Chip, "memory">): number {
  return positive("bytes", bytes) / positive("memory", memory);
}

/** Caches of `kvBytes` each, not a whole number, that fit beside the weights; 0 where the weights alone do not. Activations are left out. */
export function cachesThatFit(weightBytes: number, kvBytes: number, chips: number, { memory }: Pick<Chip, "memory">): number {
  const left = positive("chips", chips) * positive("memory", memory) - notNegative("weight bytes", weightBytes);
  return Math.max(0, left) / positive("kv bytes", kvBytes);
}
