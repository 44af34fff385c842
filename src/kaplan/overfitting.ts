import { notNegative, positive } from "../domain.ts";
import { lossOfSizeAndData } from "./loss-of-size-and-data.ts";
import { type Constants, equation44, table2 } from "./tables.ts";

type Fit = Constants<"alphaN" | "Nc" | "alphaD" | "Dc">;

/**
 * D ≳ 5·10³ N^0.74: the tokens of data below which N parameters overfit by more than seeds vary (2 % of the loss).
 * Kaplan et al. 2020, Equation 4.4, as printed.
 */
export function dataAgainstOverfitting(N: number): number {
  return equation44.coefficient * positive("parameters", N) ** equation44.exponent;
}

/** How much worse, in parts of the loss, N parameters are on D tokens than on data without end: δL of Equation 4.2. */
export function overfitting(N: number, D: number, constants: Fit = table2): number {
  return lossOfSizeAndData(N, D, constants) / lossOfSizeAndData(N, Infinity, constants) - 1;
}

/**
 * The D at which δL is `delta`, solved from Equation 1.5: D = D_c (N/N_c)^(α_N/α_D) / ((1+δ)^(1/α_D) − 1).
 * The exponent is 0.74 with Table 2's constants and 0.80 with Table 5's.
 */
export function dataForOverfitting(N: number, delta = 0.02, { alphaN, Nc, alphaD, Dc }: Fit = table2): number {
  const excess = (1 + positive("delta", delta)) ** (1 / alphaD) - 1;
  return (Dc * (positive("parameters", N) / Nc) ** dataExponent({ alphaN, alphaD })) / excess;
}

/** α_N/α_D: D grows as this power of N to keep δL where it is. */
export function dataExponent({ alphaN, alphaD }: Constants<"alphaN" | "alphaD">): number {
  return notNegative("alphaN", alphaN) / positive("alphaD", alphaD);
}
