import { positive } from "../domain.ts";
import { atRatio } from "../transformer/six-n-d.ts";
import type { Published } from "../published.ts";

/** L(C, M) = E + (a M^η + b M^−η) C^−η: E in nats per token, η a pure number. */
export interface OvertrainingLaw {
  readonly E: number;
  readonly a: number;
  readonly b: number;
  readonly eta: number;
}

const refit = {
  source: "Gadre et al. 2024", confidence: "read in source",
  where: "refitted with the authors' procedure to the runs of their repository; the paper's own digits were not at hand",
  range: { N: { from: 10.6e6, to: 412e6 }, M: { from: 20, to: 320 } },
} as const;

/** Each from five runs: four sizes at 20 tokens per parameter and the smallest at 320; loss on a C4 validation set. */
export const constants = {
  c4: { E: 1.508, a: 141.3, b: 189.5, eta: 0.1212, ...refit, fittedOn: "C4" },
  redPajama: { E: 1.837, a: 212.2, b: 366.7, eta: 0.1364, ...refit, fittedOn: "RedPajama" },
  refinedWeb: { E: 1.734, a: 157.1, b: 246.2, eta: 0.1272, ...refit, fittedOn: "RefinedWeb" },
} as const satisfies Record<string, Published & OvertrainingLaw>;

/**
 * The loss in nats per token of C FLOP spent at M tokens per parameter: L = E + (a M^η + b M^−η) C^−η. Gadre et al. 2024,
 * Equation 4, who take α = β in E + A/N^α + B/D^β, so η = α/2, and so have a frontier that is flat in M.
 */
export function overtrainedLoss({ E, a, b, eta }: OvertrainingLaw, C: number, M: number): number {
  return E + (a * positive("tokens per parameter", M) ** eta + b * M ** -eta) * positive("compute", C) ** -eta;
}

/** The M of least loss, the same at every budget: (b/a)^(1/2η). 3.4, 7.4 and 5.8 for the three sets, though the paper calls 20 optimal. */
export function bestTokensPerParameter({ a, b, eta }: Pick<OvertrainingLaw, "a" | "b" | "eta">): number {
  return (positive("b", b) / positive("a", a)) ** (1 / (2 * positive("eta", eta)));
}

/** What to do with C FLOP by this law. */
export function gadreOptimum(law: OvertrainingLaw, C: number): { N: number; D: number; loss: number } {
  const M = bestTokensPerParameter(law);
  return { ...atRatio(C, M), loss: overtrainedLoss(law, C, M) };
}
