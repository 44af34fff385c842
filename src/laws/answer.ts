import type { Published } from "../published.ts";
import { sixND } from "../transformer/six-n-d.ts";
import { type Extrapolation, extrapolation, outside, type Ranges } from "../range.ts";

/** What a law calls its N. */
export type Counts = "all parameters" | "without embeddings" | "FLOP per token over six";

/** Parameters and tokens for a budget, and the loss they reach where the law has one. */
export interface Choice {
  readonly N: number;
  readonly D: number;
  /** nats per token on the law's own data and vocabulary: not to be compared between data sets */
  readonly loss?: number | undefined;
}

/** What one law would do with a budget. */
export interface Answer extends Choice {
  readonly law: string;
  readonly tokensPerParameter: number;
  readonly counts: Counts;
  /** by symbol, how many decades the answer lies outside what the law was fitted to; 0 is within, the sign says which end */
  readonly outside: Readonly<Record<string, number>>;
  /** the farthest of these, without sign, and whose law it is */
  readonly extrapolation: Extrapolation;
  readonly constants: Published;
  /** false for a law that we add to those of the talk */
  readonly inTheTalk: boolean;
}

/** Constants that say to what they were fitted. */
export type Fitted = Published & { readonly range: Ranges };

/** An answer whose distance from the law's runs is measured in each quantity that the law has a range for. */
export function answer(law: string, { N, D, loss }: Choice, C: number, constants: Fitted, counts: Counts = "all parameters"): Answer {
  const far = outside(constants, known(constants.range, { N, D, C, M: D / N })) as Record<string, number>;
  return { law, N, D, loss, tokensPerParameter: D / N, counts, outside: far, extrapolation: extrapolationAt(constants, { N, D }, C), constants, inTheTalk: true };
}

/** How far a run of N parameters on D tokens lies outside what a law was fitted to, in whichever of N, D, C and D/N it has a range for. */
export function extrapolationAt(constants: Fitted, { N, D }: Choice, C: number = sixND(N, D)): Extrapolation {
  return extrapolation(constants, known(constants.range, { N, D, C, M: D / N }));
}

/** Those quantities of a point that there is a range for. */
function known(range: Ranges, point: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(point).filter(([symbol]) => symbol in range));
}
