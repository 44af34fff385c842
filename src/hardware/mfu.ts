import { notNegative, positive } from "../domain.ts";
import type { Published } from "../published.ts";
import { models } from "../transformer/models.ts";
import { sixND } from "../transformer/six-n-d.ts";
import { hour } from "./budget.ts";

/**
 * Model FLOPs utilisation: the share of the datasheet's FLOP that went into 6ND.
 * Chowdhery et al. 2022 (PaLM), Section 4.1 and Appendix B, who count attention too; recomputation of
 * activations is not counted, which sets it apart from the hardware's own utilisation (HFU).
 */
export function mfu(N: number, D: number, chipHours: number, peak: number): number {
  return sixND(N, D) / (positive("chip-hours", chipHours) * hour * positive("peak", peak));
}

/** MFU from a measured rate of model FLOP per second of one chip. */
export function mfuOfRate(flopPerSecond: number, peak: number): number {
  return notNegative("rate", flopPerSecond) / positive("peak", peak);
}

/** MFU from the tokens per second that `chips` train on together, each worth `flopPerToken`: 6N and, as PaLM counts, 12LNHT of scores. */
export function mfuOfThroughput(tokensPerSecond: number, flopPerToken: number, chips: number, peak: number): number {
  return mfuOfRate((notNegative("tokens per second", tokensPerSecond) * positive("FLOP per token", flopPerToken)) / positive("chips", chips), peak);
}

interface PublishedMfu extends Published {
  readonly run: string;
  readonly mfu: number;
  readonly hfu?: number;
}

const palm = { source: "Chowdhery et al. 2022 (PaLM, 2204.02311)", where: "Table 3", confidence: "secondary" } as const;
const llama3 = { source: "Llama Team 2024 (2407.21783)", where: "Table 4", confidence: "read in source" } as const;

/** Utilisations as printed, while the run is going well. */
export const publishedMfu = {
  palm: { run: "PaLM 540B, 6144 TPU v4", mfu: 0.462, hfu: 0.578, ...palm },
  gpt3: { run: "GPT-3 175B, V100", mfu: 0.213, ...palm },
  gopher: { run: "Gopher 280B, TPU v3", mfu: 0.325, ...palm },
  mt_nlg: { run: "MT-NLG 530B, A100", mfu: 0.302, ...palm },
  llama3_8192: { run: "Llama 3 405B, 8,192 H100, 430 TFLOP/s each", mfu: 0.43, ...llama3 },
  llama3_16384: { run: "Llama 3 405B, 16,384 H100, 400 TFLOP/s each", mfu: 0.41, ...llama3 },
  llama3_long: { run: "Llama 3 405B, context 131,072, 380 TFLOP/s each", mfu: 0.38, ...llama3 },
} as const satisfies Record<string, PublishedMfu>;

interface Run extends Published {
  readonly run: string;
  readonly N: number;
  readonly D: number;
  readonly gpuHours: number;
}

const { llama3_8b, llama3_70b, llama3_405b } = models;
const cards = { source: "Meta's model cards (github meta-llama/llama-models)", where: "Training factors, H100-80GB", confidence: "secondary" } as const;

/** Whole runs with the H100 hours their model cards state; what those hours include beside training is not said. D is "15T+" but for the 405B. */
export const llamaRuns = {
  llama3_8b: { run: "Llama 3 8B", N: llama3_8b.published, D: llama3_8b.tokens, gpuHours: 1.3e6, ...cards },
  llama3_70b: { run: "Llama 3 70B", N: llama3_70b.published, D: llama3_70b.tokens, gpuHours: 6.4e6, ...cards },
  llama31_8b: { run: "Llama 3.1 8B", N: llama3_8b.published, D: llama3_8b.tokens, gpuHours: 1.46e6, ...cards },
  llama31_70b: { run: "Llama 3.1 70B", N: llama3_70b.published, D: llama3_70b.tokens, gpuHours: 7.0e6, ...cards },
  llama31_405b: { run: "Llama 3.1 405B", N: llama3_405b.published, D: llama3_405b.tokens, gpuHours: 30.84e6, ...cards },
} as const satisfies Record<string, Run>;
