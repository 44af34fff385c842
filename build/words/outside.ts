import type { Outside } from "../glossary.ts";
import { grouped } from "./numerals.ts";

/** How far outside, or nothing for a number within the range. */
export function outsideOf(given: Outside | null | undefined): Outside | null {
  if (!given || given.decades === 0) return null;
  const { decades, of } = given;
  if (!(decades > 0) || !of) throw new RangeError(`outside is { decades, of }, how far a number lies outside the runs of which law: ${String(decades)}, ${String(of)}`);
  return { decades, of };
}

/** `0.8 decades outside the fitted range` */
export function outsideText({ decades }: Outside): string {
  return `${decadesText(decades)} decades outside the fitted range`;
}

/** `↗0.8`, the mark that a number wears on a page. */
export function outsideMark({ decades }: Outside): string {
  return `↗${decadesText(decades)}`;
}

/** A tenth of a decade is a quarter more, and less is not worth telling apart. */
function decadesText(decades: number): string {
  if (decades < 0.1) return "<0.1";
  return Number.isFinite(decades) ? grouped(decades, 1) : "∞";
}
