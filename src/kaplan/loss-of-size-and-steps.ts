import { positive } from "../domain.ts";
import { powerLaw } from "./power-law.ts";
import { type Constants, table3 } from "./tables.ts";

/**
 * L(N, S_min) = (N_c/N)^α_N + (S_c/S_min)^α_S: the loss of N parameters after as many updates as S_min is worth,
 * on data without end. Kaplan et al. 2020, Equations 1.6 and 5.6; after the warm-up only.
 */
export function lossOfSizeAndSteps(N: number, Smin: number, { alphaN, Nc, alphaS, Sc }: Constants<"alphaN" | "Nc" | "alphaS" | "Sc"> = table3): number {
  return powerLaw(Nc, alphaN, positive("parameters", N)) + powerLaw(Sc, alphaS, positive("steps", Smin));
}
