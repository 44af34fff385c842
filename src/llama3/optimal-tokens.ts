import { positive } from "../domain.ts";
import type { Published } from "../published.ts";

/** D = A·C^α: C in FLOP, A in tokens per FLOP^α. */
export interface TokenLaw {
  readonly A: number;
  readonly alpha: number;
}

const isoFlops = {
  source: "Llama Team 2024", confidence: "read in source",
  fittedOn: "isoFLOP curves, parabolas in log N, on their own data",
  range: { N: { from: 40e6, to: 16e9 }, C: { from: 6e18, to: 1e22 } },
} as const;

/** As Section 3.2.1 prints the law. */
export const text = { A: 0.29, alpha: 0.53, ...isoFlops, where: "Section 3.2.1" } as const satisfies Published & TokenLaw;

/** As the legend of Figure 3 prints it. */
export const figure3 = { A: 0.299, alpha: 0.537, ...isoFlops, where: "Figure 3, legend" } as const satisfies Published & TokenLaw;

/**
 * The best number of tokens for C FLOP, D = A·C^α. Llama Team 2024, Section 3.2.1, who write N*(C) for it although it counts
 * tokens. For their 3.8e25 FLOP they say 16.55T tokens and 402B parameters; the text's constants give 10.5T and 605B,
 * the figure's 16.3T and 389B.
 */
export function optimalTokens(C: number, { A, alpha }: TokenLaw = figure3): number {
  return A * positive("compute", C) ** alpha;
}
