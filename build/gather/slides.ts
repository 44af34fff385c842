import type { Check, Place, Slide } from "../glossary.ts";
import type { Report, ReportedChapter } from "../run/run-report.ts";
import { linksOf } from "./links.ts";
import { distinct, sectionAt, type Section } from "./sections.ts";

/** What a report says of one slide. */
export interface SpokenSlide extends Slide {
  /** Where a reference to it or a check of it stands. */
  sections: Section[];
  checks: GatheredCheck[];
}

/** A check, the chapter it stands in, and its number there, counted from 1. */
export interface GatheredCheck {
  chapter: ReportedChapter;
  check: Check;
  number: number;
}

/** Where each slide is spoken of, in the order of the slides and then of the report. */
export function gatherSlides({ slides, chapters }: Pick<Report, "slides" | "chapters">): SpokenSlide[] {
  const read = chapters.filter(({ chapter }) => chapter);
  const all = gatherChecks(read);
  const references = read.map((chapter) => ({ chapter, links: linksOf(chapter) }));
  return slides.map((slide) => {
    const checks = all.filter(({ check }) => check.slide === slide.number);
    const sections = references.flatMap(({ chapter, links }) => {
      const referring = links.filter(({ href }) => href === `#slide-${slide.number}`);
      const checking = checks.filter((one) => one.chapter === chapter).map(({ check }) => check);
      return [...referring, ...checking].sort(byPlace).map((at) => sectionAt(chapter, at));
    });
    return { ...slide, sections: distinct(sections), checks };
  });
}

/** The checks of chapters in their order. */
export function gatherChecks(chapters: readonly ReportedChapter[]): GatheredCheck[] {
  return chapters.flatMap((chapter) => (chapter.run?.checks ?? []).map((check, index) => ({ chapter, check, number: index + 1 })));
}

function byPlace(a: Place, b: Place): number {
  return a.line - b.line || a.column - b.column;
}
