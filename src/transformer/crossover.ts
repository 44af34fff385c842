import { type Mask, projectionFlops, scoreFlops } from "./attention.ts";
import { flops } from "./flops.ts";
import type { Shape } from "./shape.ts";

/**
 * The context T at which attention scores cost as much as the layers' matmuls with weights: scores grow as
 * T², the rest as T. With F = 4D gated, NH = D = KH and the full square it is 8D. (Austin et al. 2025,
 * Transformers, and the talk, for that textbook shape; a causal mask doubles it.)
 */
export function crossover(shape: Shape, mask: Mask = "full"): number {
  return 1 / scoreShare(shape, 1, mask);
}

/** The context at which scores cost as much as the query, key, value and output projections: 2D where NH = D = KH. */
export function projectionCrossover(shape: Shape, mask: Mask = "full"): number {
  return projectionFlops(shape, 1) / scoreFlops(shape, 1, 1, mask);
}

/** FLOP of the layers' scores over those of their matmuls with weights, at a context of T tokens: T over the crossover. */
export function scoreShare(shape: Shape, context: number, mask: Mask = "full"): number {
  const { scores, mlp, experts, projections } = flops(shape, 1, context, { mask, vocabulary: "none" });
  return scores / (mlp + experts + projections);
}

/** 12BT²NH / (18BTDF + 24BTDNH) = T/8D, so T = 8D: what the talk's slide gives, for the textbook shape alone. */
export function textbookCrossover(width: number): number {
  return 8 * width;
}
