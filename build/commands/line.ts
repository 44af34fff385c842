import { tally } from "../render/views.ts";
import type { ReportedChapter } from "../run/run-report.ts";

/** `04-kaplan        41 agree · 6 known discrepancies` */
export function line({ name, run, problems }: ReportedChapter): string {
  const said = problems.length > 0 ? "could not run" : tally(run!.checks) || "no checks";
  return `${name.padEnd(32)}${said}`;
}
