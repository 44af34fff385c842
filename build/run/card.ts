import type { Chapter } from "../glossary.ts";
import type { ChapterCard } from "./messages.ts";

/** What a run needs to know of a chapter besides its code. */
export function cardOf(chapter: Chapter): ChapterCard {
  return {
    file: chapter.file,
    cells: chapter.cells.map(({ opening }) => opening),
    expressions: chapter.expressions.map(({ pieces }) => ({ line: pieces[0]!.line, column: pieces[0]!.column })),
    exports: Object.fromEntries(chapter.exports.map(({ name, line, column }) => [name, { line, column }])),
    units: Object.keys(chapter.front.values).filter((name) => chapter.front.values[name]!.unit !== undefined),
    outside: Object.fromEntries(Object.entries(chapter.front.values).flatMap(([name, { outside }]) => (outside === undefined ? [] : [[name, outside]]))),
    imports: Object.fromEntries(chapter.imports.map(({ from, line, column }) => [from, { line, column }])),
  };
}
