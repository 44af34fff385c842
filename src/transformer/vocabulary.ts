import { matmul, type Pass } from "./matmul.ts";
import type { Shape } from "./shape.ts";

/** FLOP of the output head over `tokens` tokens: 6BTDV in training, whether its matrix is the embedding table or its own. */
export function headFlops(shape: Shape, tokens: number, pass: Pass = "training"): number {
  return matmul(tokens, shape.width, shape.vocabulary, pass);
}

/** Parameters of the vocabulary: the table that is looked up (no FLOP), and the head where it has a matrix of its own, DV each. */
export function vocabularyParameters({ width, vocabulary, tied }: Shape): { embedding: number; head: number } {
  const table = width * vocabulary;
  return { embedding: table, head: tied ? 0 : table };
}
