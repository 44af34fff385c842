import { positive } from "../domain.ts";
import type { Shape } from "../transformer/shape.ts";

/** Bytes of one layer's attention over one sequence, once. */
export interface AttentionBytes {
  /** the square of scores, which a fused kernel never writes */
  readonly scores: number;
  /** queries, keys, values and output, which every kernel reads or writes */
  readonly operands: number;
}

/** N·T² numbers of scores against T(2NH + 2KH) of Q, K, V and O, for T tokens that attend to themselves. */
export function attentionBytes({ heads, kvHeads, headSize }: Pick<Shape, "heads" | "kvHeads" | "headSize">, tokens: number, bytes = 2): AttentionBytes {
  const scores = heads * positive("tokens", tokens) ** 2 * positive("bytes per number", bytes);
  return { scores, operands: tokens * (2 * heads + 2 * kvHeads) * headSize * bytes };
}
