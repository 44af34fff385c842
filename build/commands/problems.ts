import type { ProblemReport } from "../glossary.ts";
import { describe } from "../problem.ts";
import type { Report } from "../run/run-report.ts";
import { line } from "../tell/text.ts";
import type { Verification } from "../tell/verification.ts";

/** What kept the report from running, on standard error; the same problem of two chapters is said once. */
export function tellProblems(report: Report, more: readonly ProblemReport[] = []): number {
  const said = new Set([...report.chapters.flatMap(({ problems }) => problems), ...more].map(describe));
  for (const text of said) console.error(text);
  return said.size;
}

/** The same of a verification. */
export function sayProblems({ findings }: Verification): void {
  for (const finding of findings) if (finding.kind === "could-not-run") console.error(line(finding));
}
