import type { Published } from "../published.ts";

/** One step from Kaplan's set-up towards Hoffmann's; a is the exponent of N ∝ C^a, with its 95 % interval. */
export interface Rung {
  readonly step: string;
  readonly a: number;
  readonly low: number;
  readonly high: number;
  /** a on OpenWebText2, nearest to Kaplan's own data */
  readonly openWebText2: number;
}

const source = { source: "Porian et al. 2024, the authors' result files", where: "RefinedWeb, and OpenWebText2 where said", confidence: "read in source" } as const;

/** Each step keeps those above it; budgets from 1.25e16 FLOP in eleven doublings. */
export const ladder = {
  rungs: [
    { step: "Kaplan's set-up", a: 0.835, low: 0.824, high: 0.846, openWebText2: 0.864 },
    { step: "count the last layer", a: 0.706, low: 0.691, high: 0.717, openWebText2: 0.699 },
    { step: "warm-up by size", a: 0.602, low: 0.591, high: 0.617, openWebText2: 0.603 },
    { step: "decay fitted to the run", a: 0.571, low: 0.56, high: 0.589, openWebText2: 0.574 },
    { step: "tuned, without decay", a: 0.497, low: 0.491, high: 0.505, openWebText2: 0.518 },
  ],
  ...source,
} as const satisfies Published & { rungs: readonly Rung[] };
