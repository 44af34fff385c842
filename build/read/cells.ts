import type { Token } from "markdown-it";
import type { Cell, Place } from "../glossary.ts";
import { Problem } from "../problem.ts";
import { unbalanced } from "./brackets.ts";

const kinds = ["ts", "ts fold", "ts static"];

/** The cells of a chapter, each also kept at its token. Fences of other languages are shown and not run. */
export function readCells(file: string, tokens: readonly Token[], lines: readonly string[]): Cell[] {
  const cells: Cell[] = [];
  for (const token of tokens.filter(({ type }) => type === "fence")) {
    const opening = token.map![0] + 1;
    const at = { line: opening, column: lines[opening - 1]!.indexOf(token.markup) + 1 };
    if (!isClosed(token, lines)) throw new Problem(file, at, `this fence is not closed: ${token.markup} on a line of its own`);
    const info = token.info.trim().replace(/\s+/g, " ");
    if (info !== "ts" && !info.startsWith("ts ")) continue;
    if (!kinds.includes(info)) throw new Problem(file, at, `a fence of TypeScript is ${kinds.join(", ")}: ${info}`);
    if (info === "ts static") continue;
    if (token.level > 0) throw new Problem(file, at, "a cell stands at the margin, not inside a list or a quotation");
    const cell = { index: cells.length, folded: info === "ts fold", opening, closing: token.map![1], code: lines.slice(opening, token.map![1] - 1).join("\n") };
    refuseBrokenCode(file, cell);
    token.meta = { cell };
    cells.push(cell);
  }
  return cells;
}

function isClosed({ map, markup }: Token, lines: readonly string[]): boolean {
  const last = map![1] - 1;
  const text = (lines[last] ?? "").replace(/^[>\s]*/, "").trimEnd();
  return last > map![0] && text.length >= markup.length && text === markup[0]!.repeat(text.length);
}

function refuseBrokenCode(file: string, cell: Cell): void {
  const wrong = unbalanced(cell.code) ?? lineSeparator(cell.code);
  if (wrong) throw new Problem(file, placeInCell(cell, wrong.at), wrong.message);
}

/** The place of an offset in the code of a cell. */
export function placeInCell({ code, opening }: Cell, at: number): Place {
  const before = code.slice(0, at).split("\n");
  return { line: opening + before.length, column: before.at(-1)!.length + 1 };
}

/** JavaScript ends a line at U+2028 and U+2029, Markdown does not: every place after one would be wrong. */
export function lineSeparator(code: string): { at: number; message: string } | undefined {
  const at = code.search(/[\u2028\u2029]/);
  return at < 0 ? undefined : { at, message: "a line separator (U+2028 or U+2029) in code: write it as \\u2028" };
}
