import type { Check } from "../glossary.ts";
import { grouped } from "../words/numerals.ts";
import { farView } from "./sentence.ts";
import { show } from "../words/show.ts";

/** The mark that goes with each verdict, so that no colour says it alone. */
const marks: Record<Check["verdict"], string> = { agrees: "✓", disagrees: "✗", "known discrepancy": "≠", "not computable": "–", "not compared": "○" };

/** A check as pages show it; the number counts those of its chapter from 1. */
export function checkView(check: Check, chapter: string, number: number): object {
  const { verdict, printed, recomputed, cites, slide, source, reason, category, difference, outside } = check;
  return {
    ...check,
    id: `check-${number}`,
    href: `${chapter}.html#check-${number}`,
    row: `${chapter}-${number}`,
    ledger: `ledger.html#${chapter}-${number}`,
    mark: marks[verdict],
    class: verdict.replaceAll(" ", "-"),
    compared: printed !== null,
    expected: cites ? "printed" : "expected",
    printed: printed ?? "",
    recomputed: recomputed ?? "",
    far: farView(outside),
    relative: difference.relative === null ? "" : signed(difference.relative, show(Math.abs(difference.relative), { unit: "%", digits: 2 }).text),
    digits: difference.digits === null ? "" : signed(difference.digits, unitsText(Math.abs(difference.digits))),
    slide: slide ?? false,
    /** The slide, where the source does not say it already. */
    besides: slide !== null && !source.endsWith(`slide ${slide}`) && slide,
    reason: reason ?? "",
    category: category ?? "",
  };
}

/** What floating point leaves of zero is zero. */
const nothing = 1e-9;

function signed(value: number, size: string): string {
  return Math.abs(value) < nothing ? "0" : `${value < 0 ? "−" : "+"}${size}`;
}

function unitsText(size: number): string {
  return size < 10 ? grouped(size, 2) : show(size, { digits: 2 }).text;
}
