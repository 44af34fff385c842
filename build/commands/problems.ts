import type { ProblemReport } from "../glossary.ts";
import { describe } from "../problem.ts";
import type { Report } from "../run/run-report.ts";

/** What kept the report from running, on standard error; the same problem of two chapters is said once. */
export function tellProblems(report: Report, more: readonly ProblemReport[] = []): number {
  const said = new Set([...report.chapters.flatMap(({ problems }) => problems), ...more].map(describe));
  for (const line of said) console.error(line);
  return said.size;
}
