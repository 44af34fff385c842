import type { Assumption } from "../glossary.ts";
import { ownDigits } from "../words/numerals.ts";
import { show } from "../words/show.ts";

/** What an assumption may be: one of these, or a number from here to there; and where it plausibly lies. */
export function rangeText(assumption: Pick<Assumption, "min" | "max" | "options" | "plausible">): string {
  const { plausible } = assumption;
  if (!plausible || plausible.drawn === "resample") return allowedText(assumption);
  return `${allowedText(assumption)}; plausibly ${written(plausible.low)} to ${written(plausible.high)} (${plausible.source})`;
}

function allowedText({ min, max, options }: Pick<Assumption, "min" | "max" | "options">): string {
  if (options) return options.join(", ");
  if (min !== null && max !== null) return `${written(min)} to ${written(max)}`;
  if (min !== null) return `at least ${written(min)}`;
  return max === null ? "" : `at most ${written(max)}`;
}

/** With the digits that it was typed with, no more and no fewer. */
export function written(value: number | string): string {
  if (typeof value === "string") return value;
  return show(value, Number.isInteger(value) && Math.abs(value) < 1e7 ? {} : { digits: ownDigits(value) }).text;
}
