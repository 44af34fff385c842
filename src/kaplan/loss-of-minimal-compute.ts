import { positive } from "../domain.ts";
import { pfDay } from "./pf-day.ts";
import { inversePowerLaw, powerLaw } from "./power-law.ts";
import { type Constants, table5 } from "./tables.ts";

type Fit = Constants<"alphaCmin" | "CcMin">;

/**
 * L(C_min) = (C_c^min/C_min)^α_C^min: the loss of the best size for C_min FLOP, counted as if at a batch far below
 * the critical one. Kaplan et al. 2020, Equation 1.3; over eight orders of magnitude of C_min.
 */
export function lossOfMinimalCompute(Cmin: number, { alphaCmin, CcMin }: Fit = table5): number {
  return powerLaw(CcMin, alphaCmin, positive("compute", Cmin) / pfDay);
}

/** The C_min, in FLOP, that reaches L. */
export function minimalComputeOfLoss(L: number, { alphaCmin, CcMin }: Fit = table5): number {
  return pfDay * inversePowerLaw(CcMin, alphaCmin, L);
}
