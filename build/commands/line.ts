import { extrapolatedOf } from "../gather/extrapolations.ts";
import { tally } from "../render/views.ts";
import type { ReportedChapter } from "../run/run-report.ts";

/** `04-kaplan        41 agree · 6 known discrepancies · 12 numbers outside the fitted range` */
export function line(chapter: ReportedChapter): string {
  const { name, run, problems } = chapter;
  const said = problems.length > 0 ? "could not run" : [tally(run!.checks) || "no checks", ...extrapolations(chapter)].join(" · ");
  return `${name.padEnd(32)}${said}`;
}

function extrapolations(chapter: ReportedChapter): string[] {
  const { length } = extrapolatedOf(chapter);
  return length === 0 ? [] : [`${length} ${length === 1 ? "number" : "numbers"} outside the fitted range`];
}
