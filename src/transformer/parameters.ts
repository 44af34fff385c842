import { projectionParameters, relativeParameters } from "./attention.ts";
import { expertLayer, expertParameters, layerCounts } from "./experts.ts";
import { mlpParameters } from "./mlp.ts";
import type { Shape } from "./shape.ts";
import { vocabularyParameters } from "./vocabulary.ts";

/** Parameters of a whole model by part, and the totals that papers call N. */
export interface Parameters {
  readonly embedding: number;
  readonly positions: number;
  readonly attention: number;
  /** the fifth attention matrix, which multiplies positions and not tokens */
  readonly relative: number;
  /** of the layers without experts */
  readonly mlp: number;
  /** all experts, those that every token visits included */
  readonly experts: number;
  readonly routers: number;
  readonly norms: number;
  readonly biases: number;
  /** 0 where the embedding table serves as the head */
  readonly head: number;
  readonly total: number;
  /** without the embedding table, positions and head */
  readonly nonEmbedding: number;
  /** `total` without the experts that a token is not sent to; the embedding table is in it */
  readonly active: number;
  /** weights that multiply every token, the head included even where it is tied: with it as N, 6ND is the matmuls, scores aside */
  readonly matmul: number;
}

/** Parameters, exact to the unit. */
export function parameters(shape: Shape): Parameters {
  const { embedding, head } = vocabularyParameters(shape);
  const { experts, activeExperts, routers } = mixtureParameters(shape);
  const positions = shape.positions * shape.width;
  const attention = shape.layers * projectionParameters(shape);
  const relative = shape.layers * relativeParameters(shape);
  const mlp = layerCounts(shape).dense * mlpParameters(shape);
  const norms = normParameters(shape);
  const biases = biasParameters(shape);
  const nonEmbedding = attention + relative + mlp + experts + routers + norms + biases;
  const total = embedding + positions + nonEmbedding + head;
  const active = total - experts + activeExperts;
  const matmul = attention + mlp + activeExperts + routers + embedding;
  return { embedding, positions, attention, relative, mlp, experts, routers, norms, biases, head, total, nonEmbedding, active, matmul };
}

/** Experts of all layers that have them, those that one token visits, and the routers' matrices. */
function mixtureParameters(shape: Shape): { experts: number; activeExperts: number; routers: number } {
  const layer = expertLayer(shape);
  if (!layer) return { experts: 0, activeExperts: 0, routers: 0 };
  const { experts: layers } = layerCounts(shape);
  const { total, active, router } = expertParameters(layer);
  return { experts: layers * (total - router), activeExperts: layers * (active - router), routers: layers * router };
}

/** A gain, and with LayerNorm a bias, of D numbers for each normalisation and for the one after the last layer; of a latent's rank for each latent. */
function normParameters({ layers, norms, normBias, width, latent }: Shape): number {
  const ranks = latent ? layers * (latent.queryRank + latent.keyValueRank) : 0;
  return ((layers * norms + 1) * width + ranks) * (normBias ? 2 : 1);
}

/** Biases of the layers, and a number for each expert where the routers have them. */
function biasParameters(shape: Shape): number {
  const { layers, biases, mixture } = shape;
  const routers = mixture?.routerBias ? mixture.layers * mixture.experts : 0;
  return (biases ? layers * attentionBiases(shape) + layerCounts(shape).dense * mlpBiases(shape) : 0) + routers;
}

function mlpBiases({ gated, mlpWidth, width }: Shape): number {
  return (gated ? 2 : 1) * mlpWidth + width;
}

/** Biases of Q, K, V and output, and with relative positions Transformer-XL's u and v, NH numbers each. */
function attentionBiases({ width, heads, kvHeads, headSize, relative, latent }: Shape): number {
  if (latent) return 0;
  return (heads + 2 * kvHeads) * headSize + width + (relative ? 2 * heads * headSize : 0);
}
