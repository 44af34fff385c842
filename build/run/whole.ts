import type { Place, ProblemReport, Slide } from "../glossary.ts";
import type { ReportedChapter } from "./run-report.ts";
import { referenceProblems } from "../render/references.ts";

/** What is wrong between chapters: an id that two of them use, a link to nothing. Links are judged when the report is whole. */
export function wholeProblems(chapters: readonly ReportedChapter[], slides: readonly Slide[], whole: boolean): ProblemReport[] {
  return [...idsUsedTwice(chapters), ...(whole ? referenceProblems(chapters, slides) : [])];
}

function idsUsedTwice(chapters: readonly ReportedChapter[]): ProblemReport[] {
  const problems: ProblemReport[] = [];
  const first = new Map<string, string>();
  const use = (kind: string, id: string, file: string, { line, column }: Place): void => {
    const before = first.get(`${kind} ${id}`);
    if (before === undefined) first.set(`${kind} ${id}`, `${file}:${line}:${column}`);
    else problems.push({ file, line, column, message: `the id ${id} is used twice, first at ${before}: give one of the two another` });
  };
  for (const { file, run } of chapters) {
    for (const assumption of run?.assumptions ?? []) use("assumption", assumption.id, file, assumption);
    for (const output of run?.outputs ?? []) if (output.kind === "figure" || output.kind === "table") use("figure", output.id, file, output);
  }
  return problems;
}
