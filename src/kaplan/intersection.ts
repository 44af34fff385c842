import { lossOfMinimalCompute } from "./loss-of-minimal-compute.ts";
import { pfDay } from "./pf-day.ts";
import { type Constants, table5, table6 } from "./tables.ts";

/** The point at which two of Kaplan's laws contradict each other. C is C_min, in FLOP. */
export interface Intersection {
  readonly C: number;
  readonly N: number;
  readonly D: number;
  readonly L: number;
}

/**
 * Where L(C_min) falls below L(D) of the data that compute-efficient training sees, D = D_e·C_min^p_D: the laws must
 * fail there or before. Kaplan et al. 2020, Equation 6.8. Both are straight lines in logarithms, so
 * ln C = (α_C^min ln C_c^min − α_D ln(D_c/D_e)) / (α_C^min − α_D p_D), in PF-days.
 * `data` is `table6` or `equation67`, which differ by a factor of ten in C.
 */
export function intersection(data: Constants<"De" | "pD"> = table6): Intersection {
  const { alphaCmin, CcMin, alphaD, Dc } = table5;
  const lnC = (alphaCmin * Math.log(CcMin) - alphaD * Math.log(Dc / data.De)) / (alphaCmin - alphaD * data.pD);
  const C = Math.exp(lnC);
  return { C: C * pfDay, N: table6.Ne * C ** table6.pN, D: data.De * C ** data.pD, L: lossOfMinimalCompute(C * pfDay) };
}
