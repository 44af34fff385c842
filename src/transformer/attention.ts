import { matmul, type Pass } from "./matmul.ts";
import type { Latent, Shape } from "./shape.ts";

/** Whether scores are computed for the full square of queries and keys or only for keys that are not in the future. */
export type Mask = "full" | "causal";

type Heads = Pick<Shape, "width" | "heads" | "kvHeads" | "headSize">;

/**
 * FLOP of one layer's query, key, value and output projections over `tokens` = BT tokens: 6BTD(2NH + 2KH) in
 * training, which is 24BTDNH where K = N. The fifth matrix of relative positions is not counted: it projects
 * the positions, once for a batch. Latent attention is counted as it is trained: keys and values are made from
 * their latent for every head, not absorbed into the query and output matrices as in serving.
 */
export function projectionFlops(shape: Shape, tokens: number, pass: Pass = "training"): number {
  return sum(projections(shape).map(([inner, columns]) => matmul(tokens, inner, columns, pass)));
}

/** Weights of one layer's query, key, value and output projections, biases aside: D(2NH + 2KH), which is 4DNH where K = N. */
export function projectionParameters(shape: Shape): number {
  return sum(projections(shape).map(([inner, columns]) => inner * columns));
}

/** Weights of one layer's fifth matrix, DNH, where positions are relative. */
export function relativeParameters({ width, heads, headSize, relative }: Shape): number {
  return relative ? width * heads * headSize : 0;
}

/**
 * FLOP of one layer's dot products, QKᵀ and the mix of values, for one sequence: 12TSNH in training for T
 * queries and S keys, and no parameters. Sharing keys among heads saves memory, not FLOP. In latent attention
 * a query and a key have H + R numbers and a value has its own size V: 6TSN(H + R + V).
 * A causal mask skips the future: T queries at the end of S keys see T(S − T/2) pairs, which is half the square
 * where S = T. (Each query sees itself too, so exactly T/2 pairs more: one part in T.)
 */
export function scoreFlops(shape: Shape, queries: number, keys = queries, mask: Mask = "full", pass: Pass = "training"): number {
  if (queries > keys) throw new RangeError(`queries must not be more than keys: ${queries} > ${keys}`);
  const { heads, headSize, latent = { rotatedSize: 0, valueSize: headSize } } = shape;
  const seen = mask === "causal" ? keys - queries / 2 : keys;
  return matmul(queries, heads * (headSize + latent.rotatedSize + latent.valueSize), seen, pass);
}

/** The matrices [inner, columns] of one layer that every token is multiplied by. */
function projections({ width, heads, kvHeads, headSize, latent }: Shape): readonly (readonly [inner: number, columns: number])[] {
  return latent ? latentProjections({ width, heads, kvHeads, headSize }, latent) : [[width, (2 * heads + 2 * kvHeads) * headSize]];
}

/** Down to the latent of the queries and up to N heads of H + R, down to that of keys and values with R beside it, up to K heads of H + V, and out. */
function latentProjections({ width, heads, kvHeads, headSize }: Heads, { queryRank, keyValueRank, rotatedSize, valueSize }: Latent): readonly (readonly [number, number])[] {
  const queryColumns = heads * (headSize + rotatedSize);
  const queries = queryRank > 0 ? [[width, queryRank], [queryRank, queryColumns]] as const : [[width, queryColumns]] as const;
  return [...queries, [width, keyValueRank + rotatedSize], [keyValueRank, kvHeads * (headSize + valueSize)], [heads * valueSize, width]];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
