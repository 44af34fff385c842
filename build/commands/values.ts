import type { FrontMatter, Outside } from "../glossary.ts";
import { runReport, type Report, type ReportedChapter, type Request } from "../run/run-report.ts";
import { changesData } from "../gather/changes.ts";
import { tellProblems } from "./problems.ts";
import { finite } from "../tell/json.ts";

/** Prints what a chapter computes as one JSON object, in full precision; of several or all, a list of them. Exit 0; 2 where one could not run. */
export async function values(request: Request): Promise<number> {
  const report = await runReport({ ...request, tornados: false });
  if (tellProblems(report) > 0) return 2;
  const all = report.chapters.map((chapter) => valuesOf(chapter, report));
  console.log(JSON.stringify(request.wanted.length === 1 ? all[0] : all, null, 2));
  return 0;
}

function valuesOf({ name, chapter, run }: ReportedChapter, report: Report): object {
  return {
    chapter: name,
    ...changesData(report),
    assumptions: Object.fromEntries(report.assumptions.map(({ id, value, unit, overridden }) => [id, { value, unit, overridden }])),
    values: run!.values,
    outside: outsideOfValues(chapter!.front, run!.values),
    units: Object.fromEntries(Object.entries(chapter!.front.values).map(([key, { unit }]) => [key, unit])),
    checks: run!.checks.map(({ claim, value, printed, source, slide, verdict, line, column }) => ({ claim, value: finite(value), printed, source, slide, verdict, line, column })),
  };
}

/** The values that are extrapolations, with how far each lies outside the runs of which law. */
function outsideOfValues(front: FrontMatter, exported: Record<string, unknown>): Record<string, Outside> {
  const said = Object.entries(front.values).flatMap(([name, { outside }]): [string, Outside][] => (outside === undefined ? [] : [[name, exported[outside] as Outside]]));
  return Object.fromEntries(said.filter(([, { decades }]) => decades !== 0));
}
