import type { Assumption, Run } from "../glossary.ts";
import { didYouMean, Problem, UsageProblem } from "../problem.ts";
import type { ChapterFile } from "../project.ts";
import { readOverride } from "../words/override.ts";
import type { RunChanges } from "./run-report.ts";

/** Refuses an override that no assumption takes: one of a scenario at its place there, one of the command line by its words. */
export function checkChanges({ overrides, scenario, job: { force } }: RunChanges, runs: readonly Run[], files: readonly ChapterFile[]): void {
  const assumptions = runs.flatMap((run) => run.assumptions);
  const others = files.filter(({ name }) => !runs.some((run) => run.chapter === name));
  const fault = (id: string, text: string): string | undefined => {
    const assumption = assumptions.find((one) => one.id === id);
    if (assumption) return faultOf(assumption, text, force);
    return `there is no assumption ${id}${others.length > 0 ? " in these chapters or those they import" : ""}${didYouMean(id, assumptions.map((one) => one.id))}`;
  };
  for (const { id, text, line, column } of scenario?.settings ?? []) {
    const wrong = others.some((one) => declares(one, id)) ? undefined : fault(id, text);
    if (wrong) throw new Problem(scenario!.file, { line, column }, wrong);
  }
  for (const [id, text] of Object.entries(overrides)) {
    const wrong = fault(id, text);
    if (wrong) throw new UsageProblem(assumptions.some((one) => one.id === id) ? `--set ${id}=${text}: ${wrong}` : wrong);
  }
}

function faultOf(assumption: Assumption, text: string, force: boolean): string | undefined {
  const read = readOverride(assumption, text, force);
  if (!("wrong" in read)) return undefined;
  return "value" in readOverride(assumption, text, true) ? `${read.wrong} (--force takes it all the same)` : read.wrong;
}

/** A scenario speaks of the whole report: what it sets may be declared by a chapter that is not run, whose cells name it. */
function declares({ chapter }: ChapterFile, id: string): boolean {
  return chapter?.cells.some(({ code }) => code.includes(`assume(${JSON.stringify(id)}`)) ?? false;
}
