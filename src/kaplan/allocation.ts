import { positive } from "../domain.ts";
import { tokensFor } from "../transformer/six-n-d.ts";
import { pfDay } from "./pf-day.ts";
import { table6 } from "./tables.ts";

/**
 * What a stated compute C is taken to be: C_min itself, as in Table 6, or a run at the critical batch, which
 * spends twice C_min (Equation 5.5). Hoffmann et al. 2022 (D.4) read Kaplan the second way.
 */
export type Convention = "C = C_min" | "C_min = C/2";

/** What to do with C FLOP: parameters, critical batch in tokens, fewest updates, tokens seen. */
export interface Allocation {
  readonly Cmin: number;
  readonly N: number;
  readonly B: number;
  readonly Smin: number;
  /** tokens as Table 6 prints them, for a run at the critical batch: D_e·C_min^p_D */
  readonly Dprinted: number;
  /** tokens that spend exactly the stated compute: C/6N */
  readonly D: number;
}

/** N_opt, B_crit, S_min and D_opt as powers of C_min. Kaplan et al. 2020, Table 6; measured up to about 1 PF-day. */
export function allocation(C: number, convention: Convention = "C = C_min"): Allocation {
  const Cmin = convention === "C_min = C/2" ? positive("compute", C) / 2 : positive("compute", C);
  const x = Cmin / pfDay;
  const { Ne, pN, Be, pB, Se, pS, De, pD } = table6;
  const N = Ne * x ** pN;
  return { Cmin, N, B: Be * x ** pB, Smin: Se * x ** pS, Dprinted: De * x ** pD, D: tokensFor(C, N) };
}

/**
 * 6·N_opt·D_opt over C_min: 1.81 at every C. Table 6's D is for a run at the critical batch, which spends 2 C_min;
 * 1.81 is 2 within the one digit that D_e has.
 */
export function doubleCounting(): number {
  return (6 * table6.Ne * table6.De) / pfDay;
}
