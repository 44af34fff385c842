import type { Citing, Output, Place, Source } from "../glossary.ts";
import type { Report, ReportedChapter } from "../run/run-report.ts";
import { sectionAt, type Section } from "./sections.ts";

/** A work and where it is used. */
export interface UsedWork extends Source {
  uses: WorkUse[];
}

/** A section that uses a work: the places in the work that it names, and how many checks rest on it. */
export interface WorkUse {
  section: Section;
  places: string[];
  checks: number;
}

/** Each work of the report with its uses, in the order of the list of works. */
export function gatherWorks({ works, chapters }: Pick<Report, "works" | "chapters">): UsedWork[] {
  const uses = chapters.filter(({ chapter, run }) => chapter && run).flatMap((chapter) => citationsOf(chapter, works).map((citation) => ({ ...citation, section: sectionAt(chapter, citation) })));
  return Object.values(works).map((work) => ({ ...work, uses: bySection(uses.filter(({ key }) => key === work.key)) }));
}

type Citation = Citing & Place & { checks: number };

/**
 * The citations of a chapter where they stand. A check, a sentence and an assumption know what they cite;
 * one that became part of a text is found in the captions by its words, or else placed where it was called.
 */
function citationsOf({ chapter, run }: ReportedChapter, works: Report["works"]): Citation[] {
  const { checks, sentences, assumptions, outputs, cites } = run!;
  const standing = [
    ...checks.map((check) => ({ ...check, checks: 1 })),
    ...chapter!.expressions.map(({ id, pieces }) => ({ cites: sentences[id]?.cites ?? null, line: pieces[0]!.line, column: pieces[0]!.column, checks: 0 })),
    ...assumptions.map((assumption) => ({ ...assumption, checks: 0 })),
    ...outputs.flatMap((output) => (output.kind === "table" ? output.rows.flat().map((cell) => ({ ...output, cites: cell.cites, checks: 0 })) : [])),
  ].flatMap(({ cites: citing, line, column, checks: count }): Citation[] => (citing ? [{ ...citing, line, column, checks: count }] : []));
  const known = new Set(standing.map(named));
  const called = cites.filter((call) => !known.has(named(call))).map((call) => {
    const { line, column } = outputs.filter(isCaptioned).find(({ caption }) => caption.includes(textOf(call, works))) ?? call;
    return { ...call, line, column, checks: 0 };
  });
  return [...standing, ...called].sort((a, b) => a.line - b.line || a.column - b.column);
}

function isCaptioned(output: Output): output is Output & { caption: string } & Place {
  return output.kind === "figure" || output.kind === "table";
}

function textOf({ key, place }: Citing, works: Report["works"]): string {
  return [works[key]!.short, ...(place ? [place] : [])].join(", ");
}

function named({ key, place }: Citing): string {
  return `${key} ${place ?? ""}`;
}

function bySection(citations: readonly (Citation & { section: Section })[]): WorkUse[] {
  const uses = new Map<string, WorkUse>();
  for (const { section, place, checks } of citations) {
    const use = uses.get(section.href) ?? { section, places: [], checks: 0 };
    if (place && !use.places.includes(place)) use.places.push(place);
    use.checks += checks;
    uses.set(section.href, use);
  }
  return [...uses.values()];
}
