import { positive } from "../domain.ts";

/** What the model scale depends on: layers, width and the tokens of a sequence. */
export interface Scale {
  readonly layers: number;
  readonly width: number;
  readonly context: number;
}

/**
 * M = 72·n_layer·d² + 12·n_layer·d·l_seq: training FLOP per token without the vocabulary, attention scores of the full
 * square included. DeepSeek-AI 2024, Equation 2; it supposes 12 d² parameters a layer.
 */
export function modelScale({ layers, width, context }: Scale): number {
  return 72 * positive("layers", layers) * positive("width", width) ** 2 + 12 * layers * width * positive("context", context);
}

/** 6N₁ of the same paper: six times the parameters without the vocabulary, which leaves attention scores out. */
export function withoutAttention({ layers, width }: Pick<Scale, "layers" | "width">): number {
  return 72 * positive("layers", layers) * positive("width", width) ** 2;
}

/** 6N₂: the vocabulary's matrix counted, attention scores not. */
export function withVocabulary(shape: Pick<Scale, "layers" | "width"> & { readonly vocabulary: number }): number {
  return withoutAttention(shape) + 6 * positive("vocabulary", shape.vocabulary) * shape.width;
}
