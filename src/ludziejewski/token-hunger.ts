import { optimum } from "./optimum.ts";
import { type JointLaw, table3 } from "./tables.ts";

/** Tokens for each parameter that a token meets, at the optimum of C FLOP: with E experts, of a dense model, and the first over the second. */
export interface Hunger {
  readonly routed: number;
  readonly dense: number;
  readonly ratio: number;
}

/**
 * How much hungrier for tokens E experts are than a dense model on the same budget, both at their optimum. Experts make A
 * smaller and B larger, so that tokens are what is short; both differences shrink with size and with data, so that the
 * ratio falls with C, to one near 4e23 FLOP, far beyond the runs. Ludziejewski et al. 2025, Finding 1 and Table 1.
 */
export function tokenHunger(C: number, E: number, law: JointLaw = table3): Hunger {
  const [routed, dense] = [E, 1].map((experts) => {
    const { N, D } = optimum(C, experts, 0, law);
    return D / N;
  }) as [number, number];
  return { routed, dense, ratio: routed / dense };
}
