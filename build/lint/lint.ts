import type { ProblemReport } from "../glossary.ts";
import type { Report } from "../run/run-report.ts";
import { lintCode } from "./lint-code.ts";
import { lintProse } from "./lint-prose.ts";
import { lintSlides } from "./lint-slides.ts";

/**
 * What the text of a report may not do. Nothing derived is typed: what a cell can compute does not stand as digits.
 * And nothing of the talk is left out: each slide of the list is mentioned, where all chapters were asked for.
 * Such faults are those of the text, as dead links are: they keep a site from being built and end verify with 2.
 * Exit code 1 is left to what verify says of the world, that a source and the computation disagree.
 */
export function lint(report: Pick<Report, "chapters" | "slides" | "whole">): ProblemReport[] {
  const typed = report.chapters.flatMap(({ chapter }) => (chapter ? [...lintProse(chapter), ...lintCode(chapter)].sort((a, b) => a.line - b.line || a.column - b.column) : []));
  return [...typed, ...(report.whole ? lintSlides(report) : [])];
}
