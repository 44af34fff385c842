import { positive } from "../domain.ts";
import { excessAtOptimum } from "./efficient-frontier.ts";
import { type Constants, table5 } from "./tables.ts";

/** Ratios of a run that stops at (1 + f) times its converged loss to one that stops at (1 + f') and reaches the same loss. */
export interface Savings {
  readonly parameters: number;
  readonly steps: number;
  readonly compute: number;
}

/**
 * Stopping early against training to convergence, at one loss: N_f/N_f' = ((1+f)/(1+f'))^(1/α_N),
 * S_f/S_f' = ((1+1/f)/(1+1/f'))^(1/α_S), C_f/C_f' their product. Kaplan et al. 2020, Equations B.11 to B.14, who take
 * f = α_N/α_S ≈ 10 % and f' = 2 %, and print 2.7, 0.13 and 0.35.
 */
export function stoppingEarly(f = excessAtOptimum(), converged = 0.02, { alphaN, alphaS }: Constants<"alphaN" | "alphaS"> = table5): Savings {
  const parameters = ((1 + positive("f", f)) / (1 + positive("f'", converged))) ** (1 / alphaN);
  const steps = ((1 + 1 / f) / (1 + 1 / converged)) ** (1 / alphaS);
  return { parameters, steps, compute: parameters * steps };
}
