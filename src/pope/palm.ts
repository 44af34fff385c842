import type { Published } from "../published.ts";

/** What is needed of PaLM 540B to serve it; its attention has one head of keys and values. */
export const palm540b = {
  layers: 118, width: 18_432, mlpWidth: 73_728, heads: 48, kvHeads: 1, headSize: 256, vocabulary: 256_000,
  source: "Chowdhery et al. 2022 (PaLM, 2204.02311)", where: "Table 1 and Section 2: SwiGLU, tied embeddings, no biases", confidence: "memory",
} as const satisfies Published & Record<string, unknown>;

/** The variant with a head of keys and values for each query head, of half the size, so that attention has as many parameters. */
export const palm540bMultihead = {
  heads: 48, kvHeads: 48, headSize: 128,
  source: "Pope et al. 2022 (2211.05102)", where: "Section 4.2", confidence: "memory",
} as const satisfies Published & Record<string, unknown>;
