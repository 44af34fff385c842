import type { Published } from "../published.ts";
import type { Ranges } from "../range.ts";
import { ranges } from "./ranges.ts";

/** The fitted numbers a law needs, by their names in the tables below; any object that has them will do. */
export type Constants<Name extends string> = Readonly<Record<Name, number>>;

const kaplan = { source: "Kaplan et al. 2020", confidence: "read in source" } as const;
const webText2 = "WebText2 (2.29e10 tokens), vocabulary 50,257, context 1024, N from 768 to 1.5e9 without embeddings";
/** Numbers with their source and the ends of the runs behind them. */
type Table = Published & { readonly range: Ranges } & Record<string, unknown>;

/** One trend at a time. N, D and B* in parameters and tokens, compute in PF-days, steps in updates, loss in nats per token. */
export const table5 = {
  alphaN: 0.076, Nc: 8.8e13,
  alphaD: 0.095, Dc: 5.4e13,
  alphaC: 0.057, Cc: 1.6e7,
  alphaCmin: 0.05, CcMin: 3.1e8,
  alphaB: 0.21, Bstar: 2.1e8,
  alphaS: 0.76, Sc: 2.1e3,
  ...kaplan, where: "Table 5", fittedOn: webText2, note: "Equations 1.4 and 5.3 print B* as 2e8",
  range: { N: ranges.N, D: ranges.D, C: ranges.C, Cmin: ranges.Cmin, Smin: ranges.Smin },
} as const satisfies Table;

/** L(C_min) as the legends of Figures 1 and 13 print it: a scale of 2.3e8, not the 3.1e8 of Equation 1.3 and Table 5. */
export const figure1 = {
  alphaCmin: 0.05, CcMin: 2.3e8, source: "Kaplan et al. 2020", where: "Figures 1 and 13, legends", confidence: "secondary", fittedOn: webText2,
  range: { Cmin: ranges.Cmin },
} as const satisfies Table;

/** The joint fit of L(N, D), Equation 1.5. */
export const table2 = {
  alphaN: 0.076, Nc: 6.4e13, alphaD: 0.103, Dc: 1.8e13,
  ...kaplan, where: "Table 2", fittedOn: `${webText2}; the smallest data sets, of 40 updates an epoch, are fitted poorly (Appendix C)`,
  range: { N: ranges.N, D: ranges.D },
} as const satisfies Table;

/** The joint fit of L(N, S_min), Equations 1.6 and 5.6. */
export const table3 = {
  alphaN: 0.077, Nc: 6.5e13, alphaS: 0.76, Sc: 2.1e3,
  ...kaplan, where: "Table 3", fittedOn: `${webText2}; after the warm-up of a run`,
  range: { N: ranges.N, Smin: ranges.Smin },
} as const satisfies Table;

/** Compute-efficient training, each quantity at 1 PF-day of C_min and its exponent. */
export const table6 = {
  Ne: 1.3e9, pN: 0.73,
  Be: 2.0e6, pB: 0.24,
  Se: 5.4e3, pS: 0.03,
  De: 2e10, pD: 0.27,
  ...kaplan, where: "Table 6", fittedOn: `${webText2}; C_min over eight orders of magnitude, up to about 1 PF-day`,
  range: { Cmin: ranges.Cmin },
} as const satisfies Table;

/** Data of compute-efficient training as printed in Section 6.3; Table 6 has 2e10 and 0.27. */
export const equation67 = { De: 4e10, pD: 0.26, ...kaplan, where: "Equation 6.7", fittedOn: webText2, range: { Cmin: ranges.Cmin } } as const satisfies Table;

/** The best N at the fixed batch of 2¹⁹ tokens, as a function of C itself. */
export const figure14 = {
  Ne: 1.6e9, pN: 0.88, source: "Kaplan et al. 2020", where: "Figure 14, left, legend", confidence: "secondary", fittedOn: webText2,
  range: { C: ranges.C },
} as const satisfies Table;

/** The least data at which N parameters do not overfit. */
export const equation44 = { coefficient: 5e3, exponent: 0.74, ...kaplan, where: "Equation 4.4", fittedOn: webText2, range: { N: ranges.N } } as const satisfies Table;

/** Values that Kaplan prints and that follow, or do not follow, from the tables. */
export const printed = {
  tenfold: { N: 5, D: 2, where: "Figure 14, caption" },
  combinedExponent: { equation64: 0.054 },
  overfitting: equation44,
  intersection: { D: 1e12, L: 1.7, where: "Equation 6.8, each only to an order of magnitude" },
  suboptimal: { from: 0.6, to: 2.2, where: "Section B.4" },
  ...kaplan, where: "beside each; the exponents in Equations 6.4 and B.7",
} as const;
