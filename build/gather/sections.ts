import type { Place } from "../glossary.ts";
import { headings } from "../read/headings.ts";
import type { ReportedChapter } from "../run/run-report.ts";

/** A heading of a chapter and what stands below it; before the first heading, the chapter itself. */
export interface Section {
  chapter: string;
  href: string;
  text: string;
}

/** The section that a line of a chapter stands in. */
export function sectionAt({ name, chapter }: ReportedChapter, { line }: Pick<Place, "line">): Section {
  const above = headings(chapter!.tokens).filter(({ token, text }) => text && token.map![0] < line);
  const last = above.at(-1);
  return last ? { chapter: name, href: `${name}.html#${last.id}`, text: last.text } : { chapter: name, href: `${name}.html`, text: chapter!.front.title };
}

/** Each section once, in the order given. */
export function distinct(sections: readonly Section[]): Section[] {
  return sections.filter(({ href }, index) => sections.findIndex((other) => other.href === href) === index);
}
