import { positive } from "../domain.ts";
import type { Published } from "../published.ts";

/** N ∝ C^a and D ∝ C^b. */
export interface Exponents {
  readonly a: number;
  readonly b: number;
}

/**
 * The exponents of the three approaches, with the 10th and 90th percentile of a hundred resamples. Two of approach 3's and
 * one of approach 1's lie outside their own intervals, and no interval of b is one minus that of a.
 */
export const table2 = {
  approach1: { a: 0.50, b: 0.50, interval: { a: [0.488, 0.502], b: [0.501, 0.512] } },
  approach2: { a: 0.49, b: 0.51, interval: { a: [0.462, 0.534], b: [0.483, 0.529] } },
  approach3: { a: 0.46, b: 0.54, interval: { a: [0.454, 0.455], b: [0.542, 0.543] } },
  source: "Hoffmann et al. 2022", where: "Table 2", confidence: "read in source",
} as const satisfies Published & Record<"approach1" | "approach2" | "approach3", Exponents & { interval: Record<"a" | "b", readonly [low: number, high: number]> }>;

/** By how much N and D grow for `factor` times the compute: factor^a and factor^b. */
export function growth({ a, b }: Exponents, factor = 10): { N: number; D: number } {
  return { N: positive("factor", factor) ** a, D: factor ** b };
}
