import { positive } from "../domain.ts";
import { inversePowerLaw, powerLaw } from "./power-law.ts";
import { type Constants, table5 } from "./tables.ts";

type Fit = Constants<"alphaD" | "Dc">;

/**
 * L(D) = (D_c/D)^α_D: the loss, in nats per token, of a large model on D tokens of data, stopped early.
 * Kaplan et al. 2020, Equation 1.2; fitted on subsets of WebText2, up to 2.2e10 tokens.
 */
export function lossOfData(D: number, { alphaD, Dc }: Fit = table5): number {
  return powerLaw(Dc, alphaD, positive("tokens", D));
}

/** The D whose early-stopped loss is L. */
export function dataOfLoss(L: number, { alphaD, Dc }: Fit = table5): number {
  return inversePowerLaw(Dc, alphaD, L);
}
