import { positive } from "../domain.ts";
import { fitPowerLaw } from "../fitting/fit-power-law.ts";
import { tokensFor } from "../transformer/six-n-d.ts";
import { approach1Predictions, approach2Predictions, approach3Predictions, type Prediction } from "./predictions.ts";

/** N = k·C^a, k in parameters per FLOP^a. */
export interface SizeLaw {
  readonly k: number;
  readonly a: number;
}

/** The parameters and tokens for a budget. */
export interface Allocation {
  readonly N: number;
  readonly D: number;
}

/** Approach 1 for C FLOP, by the straight line through the nine rows of Table 3; D = C/6N. */
export function approach1(C: number): Allocation {
  return allocate(lineThrough(approach1Predictions.rows), C);
}

/** Approach 2 for C FLOP, by the straight line through the nine rows of Table A3; D = C/6N. */
export function approach2(C: number): Allocation {
  return allocate(lineThrough(approach2Predictions.rows), C);
}

/** Approach 3 as Table A3 has it, by the straight line through the eight rows without a misprint; D = C/6N. Compare `optimum`. */
export function approach3AsTabulated(C: number): Allocation {
  return allocate(lineThrough(approach3Predictions.rows), C);
}

/**
 * The power law N = k·C^a through rows of (C, N), by least squares in logarithms. Hoffmann et al. 2022 print rows and the
 * exponents (Table 2) to two digits, not the coefficients; all rows but the one of 67B lie within 0.7 % of such a line.
 */
export function lineThrough(rows: readonly Prediction[]): SizeLaw {
  const { k, exponent } = fitPowerLaw(rows.map(({ C }) => C), rows.map(({ N }) => N));
  return { k, a: exponent };
}

function allocate({ k, a }: SizeLaw, C: number): Allocation {
  const N = k * positive("compute", C) ** a;
  return { N, D: tokensFor(C, N) };
}
