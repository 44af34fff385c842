import type { Published } from "../published.ts";

/** The fitted numbers of the data-constrained law: ln A, ln B and ln E of the plain law, its two exponents, and the two decay constants. */
export interface DataConstrainedFit {
  readonly lnA: number;
  readonly lnB: number;
  readonly lnE: number;
  readonly alpha: number;
  readonly beta: number;
  /** R_D*: repetitions after which one more token seen is worth 1/e of a fresh one */
  readonly RD: number;
  /** R_N*: the same for parameters beyond those that the unique data can use */
  readonly RN: number;
}

/**
 * C4, the fit used for everything in the paper. Equation 17 prints it rounded: 521, 1488, 1.87, 0.35, 15.4, 5.3.
 * The valley in R_D* and R_N* is almost flat (other local minima reach from 15 to 161 and from 1.4 to 5.3 at
 * the same error), so neither constant is sharp.
 */
export const c4 = {
  lnA: 6.255414, lnB: 7.3049974, lnE: 0.6254804, alpha: 0.3526596, beta: 0.3526596, RD: 15.387756, RN: 5.309743,
  source: "Muennighoff et al. 2023", where: "Appendices A and B", confidence: "read in source",
  fittedOn: "C4, GPT-2 architecture and tokenizer; A, B, E and the exponents on 54 points, R_D* and R_N* on 182 runs with repeated data",
  range: { N: { from: 7.1e6, to: 8.67e9 }, D: { from: 1e8, to: 9e11 }, U: { from: 1e8, to: 1.78e11 } },
  note: "range: sizes, tokens seen and unique tokens of the released runs; up to 9,000 epochs",
} as const satisfies Published & DataConstrainedFit;
