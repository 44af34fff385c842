import type { Outside, Place } from "../glossary.ts";
import type { ReportedChapter } from "../run/run-report.ts";

/** A number of a chapter that lies outside the runs of its law, as it is written, at its place. */
export interface Extrapolated extends Place {
  text: string;
  outside: Outside;
}

/** The numbers of a chapter that wear the mark of an extrapolation: in its sentences and tables, and where they are checked. */
export function extrapolatedOf({ chapter, run }: Pick<ReportedChapter, "chapter" | "run">): Extrapolated[] {
  if (!chapter || !run) return [];
  const said = [
    ...chapter.expressions.flatMap(({ id, pieces }) => (run.sentences[id] ? [{ ...pieces[0]!, ...run.sentences[id] }] : [])),
    ...run.outputs.flatMap((output) => (output.kind === "table" ? output.rows.flat().map((cell) => ({ ...output, ...cell })) : [])),
    ...run.checks.map((check) => ({ ...check, text: check.recomputed ?? "" })),
  ];
  return said.flatMap(({ text, line, column, outside }) => (outside ? [{ text, line, column, outside }] : [])).sort((a, b) => a.line - b.line || a.column - b.column);
}
