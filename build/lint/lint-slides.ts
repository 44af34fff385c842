import { gatherSlides } from "../gather/slides.ts";
import type { ProblemReport } from "../glossary.ts";
import type { Report } from "../run/run-report.ts";
import { slidesFile } from "../slides.ts";

/** The slides that no chapter mirrors in its front matter, refers to or checks a claim of. A chapter that could not be read may hold the mention. */
export function lintSlides(report: Pick<Report, "slides" | "chapters">): ProblemReport[] {
  if (report.chapters.some(({ run }) => run === null)) return [];
  const mirrored = new Set(report.chapters.flatMap(({ chapter }) => chapter!.front.slides));
  return gatherSlides(report)
    .filter(({ number, sections, checks }) => sections.length === 0 && checks.length === 0 && !mirrored.has(number))
    .map(({ number, title, line, column }) => ({ file: slidesFile, line, column, message: `no chapter mentions slide ${number}, “${title}”: refer to it as [](#slide-${number}), check a claim of it, or name it in a chapter's front matter` }));
}
