import { fraction, notNegative, positive } from "../domain.ts";
import { indexedWeb, use, type Web } from "./tables.ts";

/**
 * pages · bytes per page / bytes per token · (1 + growth)^years: the tokens of text on the web, so many years after its pages
 * were counted. The product is 437.5e12; with three years of 5 % growth 506e12, where 510e12 is printed for 2024.
 * Villalobos et al. 2024, Section 2.2.1.
 */
export function rawStock(years: number, { pages, bytesPerPage, bytesPerToken, growth }: Web = indexedWeb): number {
  const counted = (positive("pages", pages) * positive("bytes per page", bytesPerPage)) / positive("bytes per token", bytesPerToken);
  return counted * (1 + notNegative("growth", growth)) ** years;
}

/** raw · kept · epochs: tokens that a training run can see, counting what repetition is worth. Section 2.3. */
export function effectiveStock(raw: number, { kept, epochs }: { readonly kept: number; readonly epochs: number } = use): number {
  return positive("raw stock", raw) * fraction("kept", kept) * positive("epochs", epochs);
}
