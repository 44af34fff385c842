import { positive } from "../domain.ts";
import type { Published } from "../published.ts";

/** η = 0.3118·C^−0.1250 and B = 0.2920·C^0.3271 tokens. */
export const equation1 = {
  etaBase: 0.3118, etaExponent: 0.1250, batchBase: 0.2920, batchExponent: 0.3271,
  source: "DeepSeek-AI 2024, DeepSeek LLM", where: "Equation 1", confidence: "read in source",
  fittedOn: "their own data; learning rates and batches within 0.25 % of the least loss",
  range: { C: { from: 1e17, to: 2e19 } },
} as const satisfies Published & Record<string, unknown>;

/** The best peak learning rate for C FLOP. DeepSeek-AI 2024, Equation 1. */
export function learningRate(C: number): number {
  return equation1.etaBase * positive("compute", C) ** -equation1.etaExponent;
}

/** The best batch for C FLOP, in tokens. DeepSeek-AI 2024, Equation 1. */
export function batch(C: number): number {
  return equation1.batchBase * positive("compute", C) ** equation1.batchExponent;
}
