import { writeNumber, type Written } from "./numerals.ts";

export interface ShowOptions {
  /** Significant digits; whole numbers under ten million are otherwise written whole, all else with three. */
  digits?: number;
  /** A unit of `numerals.ts` with a manner of its own, or any other word, which is set after the number. */
  unit?: string;
}

/** A number as it is written, the full precision kept beside it. */
export interface Shown {
  readonly kind: "shown";
  readonly value: number;
  readonly text: string;
  readonly tex: string;
  toString(): string;
}

/** How a number is written, in prose, tables, axes and verify alike: 1.03×10²⁴ FLOP, 97.1B, 5.7 s. */
export function show(value: number, options: ShowOptions = {}): Shown {
  if (typeof value !== "number") throw new TypeError(`show writes numbers: ${String(value)}`);
  const { digits } = options;
  if (digits !== undefined && !(Number.isInteger(digits) && digits >= 1 && digits <= 17)) {
    throw new RangeError(`digits must be a whole number from 1 to 17: ${digits}`);
  }
  const written: Written = writeNumber(value, options);
  return { kind: "shown", value, ...written, toString: () => written.text };
}
