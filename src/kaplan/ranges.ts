import type { Published } from "../published.ts";
import type { Range } from "../range.ts";
import { pfDay } from "./pf-day.ts";

const kaplan = { source: "Kaplan et al. 2020", confidence: "read in source" } as const;

/**
 * What the runs behind the trends span: parameters without embeddings, tokens of data, C_min in FLOP, C in FLOP and
 * updates.
 * Models of one layer, and the largest before they converged, were left out of the fit of L(N) (Appendix D.7).
 */
export const ranges = {
  N: { from: 768, to: 1.5e9, where: "Section 3", ...kaplan },
  D: { from: 2.2e7, to: 2.3e10, where: "Section 3", ...kaplan },
  Cmin: {
    from: 1e-8 * pfDay, to: pfDay, where: "Section 1.2, Figure 13", ...kaplan,
    note: "eight orders of magnitude in the text; their upper end, about 1 PF-day, is read off the figure",
  },
  C: { from: 1e-8 * pfDay, to: pfDay, where: "Figure 13", ...kaplan, note: "taken to be that of C_min, which it exceeds by the factor of Equation 5.5" },
  Smin: { from: 3000, to: 2.5e5, where: "Section 2.2", ...kaplan, note: "from the end of the warm-up to the end of the schedule, whose updates at the fixed batch are at least as many as S_min" },
} as const satisfies Record<string, Published & Range>;

/** How many times the upper end of its range a value is; above 1 it is extrapolated. */
export function beyond({ to }: Pick<Range, "to">, value: number): number {
  return value / to;
}
