import { matmul, type Pass } from "./matmul.ts";
import type { Shape } from "./shape.ts";

/** Whether scores are computed for the full square of queries and keys or only for keys that are not in the future. */
export type Mask = "full" | "causal";

/**
 * FLOP of one layer's query, key, value and output projections over `tokens` = BT tokens: 6BTD(2NH + 2KH) in
 * training, which is 24BTDNH where K = N. The fifth matrix of relative positions is not counted: it projects
 * the positions, once for a batch.
 */
export function projectionFlops(shape: Shape, tokens: number, pass: Pass = "training"): number {
  return matmul(tokens, shape.width, headColumns(shape), pass);
}

/** Weights of one layer's query, key, value and output projections, biases aside: D(2NH + 2KH), which is 4DNH where K = N. */
export function projectionParameters(shape: Shape): number {
  return shape.width * headColumns(shape);
}

/** Weights of one layer's fifth matrix, DNH, where positions are relative. */
export function relativeParameters({ width, heads, headSize, relative }: Shape): number {
  return relative ? width * heads * headSize : 0;
}

/**
 * FLOP of one layer's dot products, QKᵀ and the mix of values, for one sequence: 12TSNH in training for T
 * queries and S keys, and no parameters. Sharing keys among heads saves memory, not FLOP.
 * A causal mask skips the future: T queries at the end of S keys see T(S − T/2) pairs, which is half the square
 * where S = T. (Each query sees itself too, so exactly T/2 pairs more: one part in T.)
 */
export function scoreFlops(shape: Shape, queries: number, keys = queries, mask: Mask = "full", pass: Pass = "training"): number {
  if (queries > keys) throw new RangeError(`queries must not be more than keys: ${queries} > ${keys}`);
  const seen = mask === "causal" ? keys - queries / 2 : keys;
  return 2 * matmul(queries, shape.heads * shape.headSize, seen, pass);
}

function headColumns({ heads, kvHeads, headSize }: Shape): number {
  return (2 * heads + 2 * kvHeads) * headSize;
}
