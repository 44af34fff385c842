import type { Cell, Export, Import, Place } from "../glossary.ts";
import { Problem } from "../problem.ts";
import { vocabulary } from "../words/vocabulary.ts";
import { tokens, type Lexeme } from "./brackets.ts";
import { placeInCell } from "./cells.ts";

const words: readonly string[] = ["$", ...vocabulary];
const declares = /^(const|let|var|function|class|enum)$/;

/** The imports and exports of a cell, with their places. A cell that declares a word is told so. */
export function readModule(file: string, cell: Cell): { imports: Import[]; exports: Export[] } {
  const place = (at: number): Place => placeInCell(cell, at);
  const code = [...tokens(cell.code)].filter(({ type }) => !/WhiteSpace|Comment|LineTerminator/.test(type));
  const imports: Import[] = [];
  const exports: Export[] = [];
  let depth = 0;
  code.forEach((token, index) => {
    depth += depthChange(token);
    const next = code[index + 1];
    if (token.text === "import" && code[index - 1]?.text !== ".") {
      if (next?.text === "(") throw new Problem(file, place(token.at), "a chapter is synchronous: import(…) is not, write import { … } from \"…\"");
      if (depth === 0 && next?.text !== "." && next?.text !== ":") imports.push(importAt(file, code.slice(index + 1), place, token));
    }
    if (depth === 0 && declares.test(token.text) && words.includes(next?.text ?? "")) {
      throw new Problem(file, place(next!.at), `${next!.text} is a word of every chapter: give this another name`);
    }
    if (token.text === "export" && depth === 0) exports.push(exportAt(file, code.slice(index + 1), place, token));
  });
  return { imports, exports };
}

function importAt(file: string, after: Lexeme[], place: (at: number) => Place, keyword: Lexeme): Import {
  const name = after.find(({ type }) => type === "StringLiteral");
  if (!name) throw new Problem(file, place(keyword.at), "an import names its file: import { … } from \"…\"");
  const from = name.text.slice(1, -1);
  if (!/^\.\/[^/]+\.md$|^\.\.\/src\/.+\.ts$/.test(from)) {
    throw new Problem(file, place(name.at), `a chapter imports laws ("../src/….ts") and other chapters ("./….md"): ${from}`);
  }
  return { from, ...place(name.at) };
}

function exportAt(file: string, after: Lexeme[], place: (at: number) => Place, keyword: Lexeme): Export {
  const declared = after.findIndex(({ text }) => /^(const|let|function|class|enum|type|interface)$/.test(text));
  const name = after[declared + 1];
  if (declared !== 0 && !(declared === 1 && /^(async|abstract|const|declare)$/.test(after[0]!.text))) {
    throw new Problem(file, place(keyword.at), "a chapter exports what it declares: export const name = …");
  }
  return { name: name?.type === "IdentifierName" ? name.text : "", ...place((name ?? keyword).at) };
}

function depthChange({ text }: Lexeme): number {
  if (/^[([{]$/.test(text) || (text.startsWith("`") && text.endsWith("${"))) return 1;
  if (/^[)\]}]$/.test(text) || (text.startsWith("}") && text.endsWith("`"))) return -1;
  return 0;
}
