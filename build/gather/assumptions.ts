import type { Assumption } from "../glossary.ts";
import { withImports } from "../run/order.ts";
import type { Report, ReportedChapter } from "../run/run-report.ts";

/** An assumption, the chapter that declares it, and those whose values rest on that chapter. */
export interface UsedAssumption {
  assumption: Assumption;
  chapter: ReportedChapter;
  /** Chapters that import the declaring one, directly or not. */
  users: ReportedChapter[];
}

export function gatherAssumptions({ chapters }: Pick<Report, "chapters">): UsedAssumption[] {
  const read = chapters.flatMap(({ chapter }) => chapter ?? []);
  const needs = new Map(chapters.map(({ name }) => [name, withImports(read, [name])]));
  return chapters.flatMap((chapter) => {
    const users = chapters.filter((other) => other !== chapter && needs.get(other.name)!.has(chapter.name));
    return (chapter.run?.assumptions ?? []).map((assumption) => ({ assumption, chapter, users }));
  });
}
