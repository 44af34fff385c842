import type { Shape } from "../transformer/shape.ts";

/**
 * Training FLOP of one sequence of `context` (T) tokens as Hoffmann et al. 2022 count it in Appendix F: the
 * matmuls, a softmax of 3NT² per layer, and backward twice forward. The text says that the embedding matrices
 * are included; their Table A4 is reproduced only with `vocabulary: false`.
 */
export function trainingFlops(shape: Shape, context: number, { vocabulary }: { vocabulary: boolean }): number {
  const embeddings = vocabulary ? 4 * context * shape.vocabulary * shape.width : 0;
  return 3 * (embeddings + shape.layers * layerFlops(shape, context));
}

/** Forward FLOP of one layer, term by term as printed: QKV, QKᵀ, softmax, reduction, output, dense block. */
function layerFlops({ width, mlpWidth, heads, headSize }: Shape, T: number): number {
  const columns = heads * headSize;
  const qkv = 2 * 3 * T * width * columns;
  const logits = 2 * T * T * columns;
  const softmax = 3 * heads * T * T;
  const reduction = 2 * T * T * columns;
  const output = 2 * T * columns * width;
  const dense = 2 * T * (2 * width * mlpWidth);
  return qkv + logits + softmax + reduction + output + dense;
}
