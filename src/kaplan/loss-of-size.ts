import { positive } from "../domain.ts";
import { inversePowerLaw, powerLaw } from "./power-law.ts";
import { type Constants, table5 } from "./tables.ts";

type Fit = Constants<"alphaN" | "Nc">;

/**
 * L(N) = (N_c/N)^α_N: the loss, in nats per token, of N parameters (without embeddings) trained to convergence
 * on enough data. Kaplan et al. 2020, Equation 1.1; fitted from 768 to 1.5e9 parameters.
 */
export function lossOfSize(N: number, { alphaN, Nc }: Fit = table5): number {
  return powerLaw(Nc, alphaN, positive("parameters", N));
}

/** The N whose converged loss is L. */
export function sizeOfLoss(L: number, { alphaN, Nc }: Fit = table5): number {
  return inversePowerLaw(Nc, alphaN, L);
}
