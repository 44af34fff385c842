import type { Model } from "./models.ts";

/** A published model with experts. */
export interface MixtureModel extends Model {
  /** parameters that one token meets, as published */
  readonly publishedActive: number;
}

const plain = { gated: true, tied: false, positions: 0, relative: false, biases: false, norms: 2, normBias: false } as const;

/** Shapes with experts by a short name. */
export const mixtures = {
  mixtral_8x7b: {
    name: "Mixtral 8x7B", layers: 32, width: 4096, mlpWidth: 14_336, heads: 32, kvHeads: 8, headSize: 128, vocabulary: 32_000, ...plain,
    mixture: { layers: 32, experts: 8, active: 2, shared: 0, mlpWidth: 14_336, routerBias: false },
    context: 32_768, published: 46.7e9, publishedActive: 12.9e9, source: "Mistral AI's announcement and released weights", where: "config", confidence: "secondary",
  },
  deepseek_v3: {
    name: "DeepSeek-V3", layers: 61, width: 7168, mlpWidth: 18_432, heads: 128, kvHeads: 128, headSize: 128, vocabulary: 129_280, ...plain,
    mixture: { layers: 58, experts: 256, active: 8, shared: 1, mlpWidth: 2048, routerBias: true },
    latent: { queryRank: 1536, keyValueRank: 512, rotatedSize: 64, valueSize: 128 },
    context: 4096, published: 671e9, publishedActive: 37e9, tokens: 14.8e12,
    source: "github.com/deepseek-ai/DeepSeek-V3", where: "README, README_WEIGHTS, inference/configs/config_671B.json", confidence: "read in source",
  },
} as const satisfies Record<string, MixtureModel>;

export type MixtureId = keyof typeof mixtures;
export const mixtureIds = Object.keys(mixtures) as MixtureId[];
