import { extrapolatedOf } from "../gather/extrapolations.ts";
import { gatherChecks, gatherSlides } from "../gather/slides.ts";
import type { Check, ProblemReport } from "../glossary.ts";
import { lint } from "../lint/lint.ts";
import { outsideText } from "../words/outside.ts";
import { runReport, type Report, type ReportedChapter, type Request } from "../run/run-report.ts";
import { line } from "./line.ts";
import { tellProblems } from "./problems.ts";

/** Holds every claim against its source. Exit 0 if all agree or are known not to, 1 if one disagrees, 2 if one could not run or a number is typed. */
export async function verify(request: Request, format: "text" | "json"): Promise<number> {
  const report = await runReport({ ...request, tornados: false });
  const faults = lint(report);
  if (format === "json") console.log(JSON.stringify(asData(report, faults), null, 2));
  else for (const text of asText(report)) console.log(text);
  if (tellProblems(report, faults) > 0) return 2;
  return disagreeing(report).length > 0 ? 1 : 0;
}

function asText(report: Report): string[] {
  return [...report.chapters.map(line), ...disagreeing(report).map(([chapter, check]) => describeCheck(chapter.file, check))];
}

/** `chapters/04-kaplan.md:31:1: claim: printed 5.37, recomputed 5.40` */
function describeCheck(file: string, { line, column, claim, printed, recomputed, reason, outside }: Check): string {
  const remarks = [...(outside ? [outsideText(outside)] : []), ...(reason ? [reason] : [])];
  return `${file}:${line}:${column}: ${claim}: printed ${printed}, recomputed ${recomputed}${remarks.length > 0 ? ` (${remarks.join("; ")})` : ""}`;
}

function disagreeing({ chapters }: Report): [ReportedChapter, Check][] {
  return chapters.flatMap((chapter) => (chapter.run?.checks ?? []).filter(({ verdict }) => verdict === "disagrees").map((check): [ReportedChapter, Check] => [chapter, check]));
}

/** The claims, the slides with the sections that speak of them, the numbers outside the range of their law, and what could not run. */
function asData(report: Report, faults: readonly ProblemReport[]): object {
  const checks = gatherChecks(report.chapters).map(({ chapter, check: { claim, slide, printed, value, recomputed, verdict, category, reason, source, outside, line, column } }) => ({
    chapter: chapter.name, claim, slide, printed, value: finite(value), recomputed, ...(outside && { outside }), verdict, category, reason, source, line, column,
  }));
  const slides = gatherSlides(report).map(({ number, title, sections }) => ({ slide: number, title, sections: sections.map(({ chapter, text, href }) => ({ chapter, section: text, href })) }));
  const outside = report.chapters.flatMap((chapter) => extrapolatedOf(chapter).map(({ text, line, column, outside: { decades, of } }) => ({ chapter: chapter.name, text, decades, of, line, column })));
  return { checks, slides, outside, problems: [...report.chapters.flatMap(({ problems }) => problems), ...faults] };
}

/** JSON has no NaN and no infinity: they are written as words. */
export function finite(value: Check["value"]): Check["value"] {
  return typeof value === "number" && !Number.isFinite(value) ? String(value) : value;
}
