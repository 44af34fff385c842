import { type Mask, projectionFlops, scoreFlops } from "./attention.ts";
import { expertFlops, expertLayer, layerCounts } from "./experts.ts";
import { mlpFlops } from "./mlp.ts";
import type { Pass } from "./matmul.ts";
import type { Shape } from "./shape.ts";
import { headFlops } from "./vocabulary.ts";

/** FLOP of a whole model by part. */
export interface Flops {
  /** of the layers without experts */
  readonly mlp: number;
  /** experts and routers */
  readonly experts: number;
  readonly projections: number;
  /** QKᵀ and the mix of values: the part that 6ND leaves out */
  readonly scores: number;
  readonly head: number;
  /** the lookup, 0 unless it is counted as the matmul it is not */
  readonly embedding: number;
  readonly total: number;
}

export interface Counting {
  readonly pass?: Pass;
  readonly mask?: Mask;
  /** "none" leaves the vocabulary out, as Kaplan does; "both" counts the lookup as a matmul too, as Hoffmann's Appendix F says it does */
  readonly vocabulary?: "none" | "head" | "both";
}

/**
 * FLOP of `sequences` (B) sequences of `context` (T) tokens: the sum of the matmuls of MLP or experts and of
 * attention over all layers, and of the head once. By default training, the full square of scores, and the head.
 */
export function flops(shape: Shape, sequences: number, context: number, counting: Counting = {}): Flops {
  const { pass = "training", mask = "full", vocabulary = "head" } = counting;
  const tokens = sequences * context;
  const mlp = layerCounts(shape).dense * mlpFlops(shape, tokens, pass);
  const experts = mixtureFlops(shape, tokens, pass);
  const projections = shape.layers * projectionFlops(shape, tokens, pass);
  const scores = shape.layers * sequences * scoreFlops(shape, context, context, mask, pass);
  const head = vocabulary === "none" ? 0 : headFlops(shape, tokens, pass);
  const embedding = vocabulary === "both" ? headFlops(shape, tokens, pass) : 0;
  return { mlp, experts, projections, scores, head, embedding, total: mlp + experts + projections + scores + head + embedding };
}

/** The same for one token of a sequence of `context` tokens. */
export function flopsPerToken(shape: Shape, context: number, counting: Counting = {}): Flops {
  return flops(shape, 1 / context, context, counting);
}

function mixtureFlops(shape: Shape, tokens: number, pass: Pass): number {
  const layer = expertLayer(shape);
  return layer ? layerCounts(shape).experts * expertFlops(layer, tokens, pass) : 0;
}
