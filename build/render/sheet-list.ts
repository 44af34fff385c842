import type { Slide } from "../glossary.ts";

/** A page beside the chapters that gathers something of all of them; its template has the name of its file. */
export interface Sheet {
  name: "slides" | "ledger" | "sources" | "assumptions";
  href: string;
  title: string;
  /** What the contents say of it. */
  summary: string;
}

const slides = sheet("slides", "Slides", "the slides of the talk, how each is known, and where the report speaks of it");
const others: readonly Sheet[] = [];

/** The pages beside the chapters. A report that lists no slides has none of them. */
export function sheetList(listed: readonly Slide[]): Sheet[] {
  return listed.length > 0 ? [slides, ...others] : [...others];
}

/** Where a slide stands on its page. */
export function slideHref(number: number): string {
  return `${slides.href}#slide-${number}`;
}

function sheet(name: Sheet["name"], title: string, summary: string): Sheet {
  return { name, href: `${name}.html`, title, summary };
}
