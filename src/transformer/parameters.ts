import { projectionParameters, relativeParameters } from "./attention.ts";
import { mlpParameters } from "./mlp.ts";
import type { Shape } from "./shape.ts";
import { vocabularyParameters } from "./vocabulary.ts";

/** Parameters of a whole model by part, and the three totals that papers call N. */
export interface Parameters {
  readonly embedding: number;
  readonly positions: number;
  readonly attention: number;
  /** the fifth attention matrix, which multiplies positions and not tokens */
  readonly relative: number;
  readonly mlp: number;
  readonly norms: number;
  readonly biases: number;
  /** 0 where the embedding table serves as the head */
  readonly head: number;
  readonly total: number;
  /** without the embedding table, positions and head */
  readonly nonEmbedding: number;
  /** weights that multiply every token, the head included even where it is tied: with it as N, 6ND is the matmuls, scores aside */
  readonly matmul: number;
}

/** Parameters, exact to the unit. */
export function parameters(shape: Shape): Parameters {
  const { embedding, head } = vocabularyParameters(shape);
  const positions = shape.positions * shape.width;
  const attention = shape.layers * projectionParameters(shape);
  const relative = shape.layers * relativeParameters(shape);
  const mlp = shape.layers * mlpParameters(shape);
  const norms = normParameters(shape);
  const biases = shape.layers * biasParameters(shape);
  const nonEmbedding = attention + relative + mlp + norms + biases;
  const total = embedding + positions + nonEmbedding + head;
  return { embedding, positions, attention, relative, mlp, norms, biases, head, total, nonEmbedding, matmul: attention + mlp + embedding };
}

/** A gain, and with LayerNorm a bias, of D numbers for each normalisation and for the one after the last layer. */
function normParameters({ layers, norms, normBias, width }: Shape): number {
  return (layers * norms + 1) * width * (normBias ? 2 : 1);
}

/** Biases of one layer: of the MLP, of Q, K, V and output, and with relative positions Transformer-XL's u and v, NH numbers each. */
function biasParameters({ biases, gated, mlpWidth, width, heads, kvHeads, headSize, relative }: Shape): number {
  if (!biases) return 0;
  const mlp = (gated ? 2 : 1) * mlpWidth + width;
  const projections = (heads + 2 * kvHeads) * headSize + width;
  return mlp + projections + (relative ? 2 * heads * headSize : 0);
}
