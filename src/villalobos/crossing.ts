import { notNegative, positive } from "../domain.ts";
import { figure5, largestDatasets, type Datasets } from "./tables.ts";

/**
 * The year in which data sets of `tokens`·10^(growth·(t − year)) reach a stock: t = year + log₁₀(stock/tokens)/(growth − g). The
 * stock is that of the first year and grows by the fraction `stockGrowth` a year (g its log₁₀); left out, it stands still.
 * Villalobos et al. 2024, Section 2.5: 2028 in the median, very likely by 2032.
 */
export function crossingYear(stock: number = figure5.stock, { year, tokens, growth }: Datasets = largestDatasets, stockGrowth = 0): number {
  const closing = growth - Math.log10(1 + notNegative("stock growth", stockGrowth));
  return year + Math.log10(positive("stock", stock) / positive("tokens", tokens)) / positive("closing speed", closing);
}

/**
 * 6D²/r: FLOP of a run on D tokens with r tokens to a parameter, 20 if compute-optimal. 4.8e28 for the stock of 4e14, printed as
 * 5e28. For five times overtrained models (r = 100) it is 9.6e27 where 6e27 is printed, which would need D = 3.2e14.
 */
export function computeFor(D: number = figure5.stock, tokensPerParameter = 20): number {
  return (6 * positive("tokens", D) ** 2) / positive("tokens per parameter", tokensPerParameter);
}

/**
 * Years by which overtraining brings the crossing forward: at the same compute, `factor` times the tokens per parameter are
 * √factor times the tokens. Five times is 0.92 years; the paper prints one.
 */
export function yearsEarlier(factor: number, { growth }: Pick<Datasets, "growth"> = largestDatasets): number {
  return Math.log10(positive("factor", factor)) / 2 / positive("growth", growth);
}
