import type { Published } from "../published.ts";

/** What a token of the strong and of the weak generator costs, in parameters (2P FLOP each) or in dollars. */
export interface Pair {
  readonly strong: number;
  readonly weak: number;
}

const bansal = { source: "Bansal et al. 2024", confidence: "secondary" } as const;

/** A strong and a weak generator of solutions, by parameters. */
export const gemma2 = { strong: 27e9, weak: 9e9, ...bansal, where: "compute-matched sampling, Gemma 2" } as const satisfies Published & Pair;

/** Gemini 1.5 Pro and Flash by the price of a million tokens of output, in dollars. */
export const gemini15 = { strong: 10.5, weak: 0.3, ...bansal, where: "price-matched sampling, Gemini 1.5" } as const satisfies Published & Pair;
