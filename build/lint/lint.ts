import type { ProblemReport } from "../glossary.ts";
import type { Report } from "../run/run-report.ts";
import { lintCode } from "./lint-code.ts";
import { lintProse } from "./lint-prose.ts";

/**
 * Nothing derived is typed: what a cell can compute does not stand as digits in the report.
 * A typed number is a fault of the text, as a dead link is: it keeps a site from being built and ends verify with 2.
 * Exit code 1 is left to what it says of the world, that a source and the computation disagree.
 */
export function lint({ chapters }: Pick<Report, "chapters">): ProblemReport[] {
  return chapters.flatMap(({ chapter }) => (chapter ? [...lintProse(chapter), ...lintCode(chapter)].sort((a, b) => a.line - b.line || a.column - b.column) : []));
}
