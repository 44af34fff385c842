import type { Outside } from "../glossary.ts";
import { writeNumber, type Written } from "./numerals.ts";
import { outsideMark, outsideOf, outsideText } from "./outside.ts";

export interface ShowOptions {
  /** Significant digits; whole numbers under ten million are otherwise written whole, all else with three. */
  digits?: number;
  /** A unit of `numerals.ts` with a manner of its own, or any other word, which is set after the number. */
  unit?: string;
  /** How far outside the runs of its law the number lies, which it then wears as a mark; none where that is 0. */
  outside?: Outside;
}

/** A number as it is written, the full precision and the mark of an extrapolation kept beside it. */
export interface Shown {
  readonly kind: "shown";
  readonly value: number;
  readonly text: string;
  readonly tex: string;
  readonly outside: Outside | null;
  /** With its mark in words: `2.3B (0.8 decades outside the fitted range)`. */
  toString(): string;
}

/** How a number is written, in prose, tables, axes and verify alike: 1.03×10²⁴ FLOP, 97.1B, 5.7 s. */
export function show(value: number, options: ShowOptions = {}): Shown {
  if (typeof value !== "number") throw new TypeError(`show writes numbers: ${String(value)}`);
  const { digits } = options;
  if (digits !== undefined && !(Number.isInteger(digits) && digits >= 1 && digits <= 17)) {
    throw new RangeError(`digits must be a whole number from 1 to 17: ${digits}`);
  }
  const outside = outsideOf(options.outside);
  const { text, tex }: Written = writeNumber(value, options);
  if (!outside) return { kind: "shown", value, text, tex, outside, toString: () => text };
  return { kind: "shown", value, text, tex: `${tex}^{\\text{${outsideMark(outside)}}}`, outside, toString: () => `${text} (${outsideText(outside)})` };
}
