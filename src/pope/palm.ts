import type { Published } from "../published.ts";
import type { Shape } from "../transformer/shape.ts";

/** PaLM 540B, whose 48 query heads share one head of keys and values. */
export const palm540b = {
  layers: 118, width: 18_432, mlpWidth: 73_728, gated: true, heads: 48, kvHeads: 1, headSize: 256, vocabulary: 256_000, tied: true,
  positions: 0, relative: false, biases: false, norms: 1, normBias: false,
  source: "Chowdhery et al. 2022 (PaLM, 2204.02311)", where: "Table 1 and Section 2: SwiGLU, parallel layers, shared embeddings, no biases", confidence: "memory",
} as const satisfies Published & Shape & Record<string, unknown>;

/** The variant with a head of keys and values for each query head, of half the size, so that attention has about as many weights. */
export const palm540bMultihead = {
  ...palm540b, kvHeads: 48, headSize: 128,
  source: "Pope et al. 2022 (2211.05102)", where: "Section 4.2", confidence: "memory",
} as const satisfies Published & Shape & Record<string, unknown>;
