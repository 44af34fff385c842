import type { Published } from "../published.ts";
import type { Shape } from "./shape.ts";

/** A published model: its shape, the context it was trained with, and what its makers say of it. */
export interface Model extends Shape, Published {
  readonly name: string;
  /** tokens of a training sequence */
  readonly context: number;
  /** parameters as published, to as many digits as they were */
  readonly published: number;
  /** training tokens, where they were published */
  readonly tokens?: number;
}

const gpt = { gated: false, vocabulary: 50_257, tied: true, relative: false, biases: true, norms: 2, normBias: true } as const;
const llama = { gated: true, tied: false, positions: 0, relative: false, biases: false, norms: 2, normBias: false } as const;
const gemma = { ...llama, vocabulary: 256_000, tied: true, norms: 4, context: 8192 } as const;
const gopher = { ...gpt, vocabulary: 32_000, positions: 0, relative: true, context: 2048 } as const;

const gpt2 = { source: "openai/gpt-2 and its Hugging Face weights", where: "config", positions: 1024, context: 1024 } as const;
const meta = { source: "Meta's model cards and Hugging Face weights", where: "config" } as const;
const google = { source: "Gemma Team 2024 and the released weights", where: "Table 2; config" } as const;
const deepMind = { source: "Hoffmann et al. 2022", where: "Table 4", confidence: "read in source", note: "biases and the fifth matrix are inferred from the counts of Table A9" } as const;

/** Shapes by a short name, so that a chapter can let the reader choose one. */
export const models = {
  gpt2_small: {
    name: "GPT-2 small", layers: 12, width: 768, mlpWidth: 3072, heads: 12, kvHeads: 12, headSize: 64, ...gpt, ...gpt2,
    published: 124_439_808, confidence: "read in source", note: "the paper's 117M was wrong, as its README says",
  },
  gpt2_medium: {
    name: "GPT-2 medium", layers: 24, width: 1024, mlpWidth: 4096, heads: 16, kvHeads: 16, headSize: 64, ...gpt, ...gpt2,
    published: 354_823_168, confidence: "memory", note: "the paper said 345M",
  },
  gpt2_xl: { name: "GPT-2 XL", layers: 48, width: 1600, mlpWidth: 6400, heads: 25, kvHeads: 25, headSize: 64, ...gpt, ...gpt2, published: 1_557_611_200, confidence: "memory" },
  gpt3: {
    name: "GPT-3", layers: 96, width: 12_288, mlpWidth: 49_152, heads: 96, kvHeads: 96, headSize: 128, ...gpt, positions: 2048, context: 2048,
    published: 174_600e6, tokens: 300e9, source: "Brown et al. 2020", where: "Tables 2.1, D.1", confidence: "secondary",
  },
  llama2_7b: {
    name: "Llama 2 7B", layers: 32, width: 4096, mlpWidth: 11_008, heads: 32, kvHeads: 32, headSize: 128, vocabulary: 32_000, ...llama, ...meta,
    context: 4096, published: 6_738_415_616, tokens: 2e12, confidence: "memory",
  },
  llama3_8b: {
    name: "Llama 3 8B", layers: 32, width: 4096, mlpWidth: 14_336, heads: 32, kvHeads: 8, headSize: 128, vocabulary: 128_256, ...llama, ...meta,
    context: 8192, published: 8_030_261_248, tokens: 15e12, confidence: "secondary",
  },
  llama3_70b: {
    name: "Llama 3 70B", layers: 80, width: 8192, mlpWidth: 28_672, heads: 64, kvHeads: 8, headSize: 128, vocabulary: 128_256, ...llama, ...meta,
    context: 8192, published: 70_553_706_496, tokens: 15e12, confidence: "secondary",
  },
  llama3_405b: {
    name: "Llama 3.1 405B", layers: 126, width: 16_384, mlpWidth: 53_248, heads: 128, kvHeads: 8, headSize: 128, vocabulary: 128_256, ...llama, ...meta,
    context: 8192, published: 405_853_388_800, tokens: 15.6e12, confidence: "memory",
  },
  gemma2_2b: {
    name: "Gemma 2 2B", layers: 26, width: 2304, mlpWidth: 9216, heads: 8, kvHeads: 4, headSize: 256, ...gemma, ...google,
    published: 2_614_341_888, confidence: "secondary", note: "the report prints a vocabulary of 256,128 and the two branches together, 18,432",
  },
  gemma2_27b: {
    name: "Gemma 2 27B", layers: 46, width: 4608, mlpWidth: 36_864, heads: 32, kvHeads: 16, headSize: 128, ...gemma, ...google,
    published: 27_227_128_320, confidence: "secondary",
  },
  chinchilla: { name: "Chinchilla", layers: 80, width: 8192, mlpWidth: 32_768, heads: 64, kvHeads: 64, headSize: 128, ...gopher, ...deepMind, published: 70e9, tokens: 1.4e12 },
  gopher: { name: "Gopher", layers: 80, width: 16_384, mlpWidth: 65_536, heads: 128, kvHeads: 128, headSize: 128, ...gopher, ...deepMind, published: 280e9, tokens: 300e9 },
} as const satisfies Record<string, Model>;

export type ModelId = keyof typeof models;
export const modelIds = Object.keys(models) as ModelId[];
