import { positive } from "../domain.ts";
import type { Published } from "../published.ts";

/** M = M_base·C^a FLOP per token, D = D_base·C^b tokens. */
export const equation4 = {
  Mbase: 0.1715, a: 0.5243, Dbase: 5.8316, b: 0.4757,
  source: "DeepSeek-AI 2024, DeepSeek LLM", where: "Equation 4", confidence: "read in source",
  fittedOn: "their own data; eight budgets, about ten sizes each",
  range: { C: { from: 1e17, to: 3e20 } },
} as const satisfies Published & Record<string, unknown>;

/**
 * The best model scale M, in FLOP per token of training, and the best D for C FLOP, where C = M·D instead of 6ND.
 * DeepSeek-AI 2024, Equation 4. M/6 is near the parameters without embeddings, plus the attention's share.
 */
export function allocation(C: number, { Mbase, a, Dbase, b }: { readonly Mbase: number; readonly a: number; readonly Dbase: number; readonly b: number } = equation4): { M: number; D: number } {
  return { M: Mbase * positive("compute", C) ** a, D: Dbase * C ** b };
}
