import { positive } from "../domain.ts";
import type { Published } from "../published.ts";

/** One step from Kaplan's set-up towards Hoffmann's: the law N = k·C^a of the best size, a with its 95 % interval. */
export interface Rung {
  readonly step: string;
  readonly k: number;
  readonly a: number;
  readonly interval: readonly [low: number, high: number];
}

const source = { source: "Porian et al. 2024, the authors' result files", where: "RefinedWeb", confidence: "read in source" } as const;
const fitted = {
  fittedOn: "RefinedWeb; sizes from 5.2M to 902M, counted with the last layer's matrix from the second step on; budgets that double from 1.25e16 FLOP eleven times",
  range: { N: { from: 5.2e6, to: 902e6 }, C: { from: 1.25e16, to: 2.56e19 } },
} as const;

/** Each step keeps those above it. */
export const ladder = {
  rungs: [
    { step: "Kaplan's set-up", k: 4.232e-8, a: 0.8353, interval: [0.824, 0.846] },
    { step: "count the last layer", k: 1.270e-5, a: 0.7065, interval: [0.691, 0.717] },
    { step: "warm-up by size", k: 1.431e-3, a: 0.6020, interval: [0.591, 0.617] },
    { step: "decay fitted to the run", k: 4.769e-3, a: 0.5715, interval: [0.560, 0.589] },
    { step: "tuned, without decay", k: 0.1189, a: 0.4969, interval: [0.491, 0.505] },
  ],
  ...fitted, ...source,
} as const satisfies Published & { rungs: readonly Rung[] };

/** The best size for C FLOP on one rung: N = k·C^a; the last one is their final law, 0.1189·C^0.4969. */
export function bestSize(C: number, { k, a }: Pick<Rung, "k" | "a"> = ladder.rungs[4]): number {
  return k * positive("compute", C) ** a;
}
