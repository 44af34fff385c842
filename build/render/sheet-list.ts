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
const others: readonly Sheet[] = [
  sheet("ledger", "Ledger", "every claim, what is printed, what was recomputed, and how far apart they are"),
  sheet("sources", "Sources", "the works that are cited, and where"),
  sheet("assumptions", "Assumptions", "what a reader may change, and the chapters that rest on it"),
];

/** The pages beside the chapters. A report without a list of slides has no page of them. */
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
