import type { Token } from "markdown-it";
import type { Expression, Place } from "../glossary.ts";
import { Problem } from "../problem.ts";
import { tokens as lexemes, unbalanced } from "./brackets.ts";
import { lineSeparator } from "./cells.ts";
import type { ExpressionMeta } from "./expression-rule.ts";
import type { MathematicsMeta } from "./mathematics-rule.ts";
import { Places } from "./places.ts";

/** The expressions of a chapter, in the order of its text; each token is given the id of its own. */
export function readExpressions(file: string, tokens: readonly Token[], lines: readonly string[]): Expression[] {
  const places = new Places(lines);
  const found: Expression[] = [];
  const add = (meta: ExpressionMeta, at: Place, inRow: boolean): void => {
    meta.id = found.length;
    const expression = { id: meta.id, pieces: pieces(meta, at, lines, inRow) };
    refuseBrokenCode(file, expression);
    found.push(expression);
  };
  let row: readonly [number, number] | null = null;
  for (const block of tokens) {
    if (block.type === "tr_open") row = block.map;
    if (block.type === "tr_close") row = null;
    const map = block.map ?? row;
    if (!map) continue;
    const placeOf = (meta: ExpressionMeta): Place =>
      row ? places.inRow(row[0], block.content.slice(meta.from, meta.to)) : places.inBlock(block, map[0], meta.from);
    if (block.type === "display") {
      for (const meta of expressionsIn(block)) add(meta, placeOf(meta), false);
    }
    for (const token of block.children ?? []) {
      refuseLeftOvers(file, token, map, places, placeOf);
      for (const meta of expressionsIn(token)) add(meta, placeOf(meta), row !== null);
    }
  }
  return found;
}

function expressionsIn(token: Token): ExpressionMeta[] {
  if (token.type === "expression") return [token.meta as ExpressionMeta];
  if (token.type !== "mathematics" && token.type !== "display") return [];
  return (token.meta as MathematicsMeta).parts.filter((part) => typeof part !== "string");
}

function refuseLeftOvers(file: string, token: Token, map: readonly [number, number], places: Places, placeOf: (meta: ExpressionMeta) => Place): void {
  if (token.type === "left_over") {
    throw new Problem(file, placeOf(token.meta as ExpressionMeta), "this ${ has no } in its paragraph (in a table, a pipe in an expression is written \\|; \\${ is no expression)");
  }
  const target = ["href", "src", "title"].map((name) => token.attrGet(name) ?? "").join(" ");
  if (holdsExpression(target)) throw new Problem(file, places.search(map, "${"), "an expression in the target of a link is not filled: write it in the text");
  const label = token.type === "image" && token.children?.some(({ type }) => type === "expression" || type === "left_over");
  if (label) throw new Problem(file, places.search(map, "${"), "an expression in the description of an image is not filled");
}

/** Targets of links are percent-encoded by markdown-it. */
export function holdsExpression(target: string): boolean {
  return /\$(\{|%7B)/i.test(target);
}

/** A piece for each line. In a row of a table the code is spread so that each of its tokens keeps its column. */
function pieces({ code }: ExpressionMeta, { line, column }: Place, lines: readonly string[], inRow: boolean): Expression["pieces"] {
  const start = column + 2;
  if (inRow) return [{ line, column: start, code: spread(code) }];
  return code.split("\n").map((text, index) => {
    if (index === 0) return { line, column: start, code: text };
    const source = lines[line - 1 + index]!;
    const at = source.indexOf(text.trim());
    return { line: line + index, column: Math.max(0, at) + 1, code: text.trim() };
  });
}

/** The source has `\|` where the code has `|`: a space makes up for each, before an operator and after a string. */
function spread(code: string): string {
  return [...lexemes(code)]
    .map(({ type, text }) => {
      const lost = " ".repeat(text.split("|").length - 1);
      return type === "Punctuator" ? lost + text : text + lost;
    })
    .join("");
}

function refuseBrokenCode(file: string, { pieces }: Expression): void {
  const code = pieces.map((piece) => piece.code).join("\n");
  const wrong = code.trim() ? (unbalanced(code) ?? lineSeparator(code)) : { at: 0, message: "this expression is empty: write a value between its braces" };
  if (!wrong) return;
  const before = code.slice(0, wrong.at).split("\n");
  const { line, column } = pieces[before.length - 1]!;
  throw new Problem(file, { line, column: column + before.at(-1)!.length }, wrong.message);
}
