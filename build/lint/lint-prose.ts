import type { Token } from "markdown-it";
import type { Chapter, Place, ProblemReport } from "../glossary.ts";
import { chapterMarkdown } from "../read/markdown.ts";
import { Places } from "../read/places.ts";
import { proseOf } from "./prose-of.ts";
import { typedNumbers } from "./typed-numbers.ts";

/** The numbers typed in paragraphs, lists, headings and the cells of tables. */
export function lintProse({ file, lines, tokens }: Chapter): ProblemReport[] {
  const md = chapterMarkdown();
  const places = new Places(lines);
  let row: readonly [number, number] | null = null;
  return tokens.flatMap((block) => {
    if (block.type === "tr_open") row = block.map;
    if (block.type === "tr_close") row = null;
    if (block.type !== "inline") return [];
    const placeAt = row ? inCell(places, row[0], block) : (offset: number): Place => places.inBlock(block, block.map![0], offset);
    return typedNumbers(proseOf(md, block.content)).map(({ at, text }) => ({ file, ...placeAt(at), message: typedInProse(text) }));
  });
}

/** In the source of a cell a pipe is written with a backslash more. */
function inCell(places: Places, line: number, { content }: Token): (offset: number) => Place {
  const start = places.inRow(line, content);
  return (offset) => ({ line: start.line, column: start.column + offset + content.slice(0, offset).split("|").length - 1 });
}

export function typedInProse(number: string): string {
  return `the number ${number} is typed: let a cell compute it and write \${show(…)}, or say why it is not computed: \${literal("${number}", "…")}`;
}
