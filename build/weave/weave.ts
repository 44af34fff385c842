import type { Chapter, Expression } from "../glossary.ts";
import { vocabulary } from "../words/vocabulary.ts";

/** The module that stands for the words on line 1 of a woven chapter. */
export const scope = "#words";

/**
 * Chapter → one TypeScript module with as many lines as the chapter, all code at its own line and column.
 * Prose becomes empty lines, fences become marks on their own lines, expressions become thunks in place,
 * so a place in the woven text is the place in the Markdown.
 */
export function weave(chapter: Chapter): string {
  const woven = chapter.lines.map(() => "");
  woven[0] = `import { $, ${vocabulary.join(", ")} } from "${scope}";`;
  for (const cell of chapter.cells) {
    woven[cell.opening - 1] = `;$.cell(${cell.index});`;
    for (let line = cell.opening; line < cell.closing - 1; line++) woven[line] = chapter.lines[line]!;
    woven[cell.closing - 1] = ";";
  }
  for (const group of sharingLines(chapter.expressions)) placeThunk(woven, group);
  return woven.join("\n");
}

/** Expressions that share a line are one thunk: its values stand in one array. */
function sharingLines(expressions: readonly Expression[]): Expression[][] {
  const groups: Expression[][] = [];
  for (const expression of expressions) {
    const last = groups.at(-1);
    if (last && lastLine(last.at(-1)!) === firstLine(expression)) last.push(expression);
    else groups.push([expression]);
  }
  return groups;
}

/** The head of a thunk ends the line above; `(` stands over `{`, and `),(` fits exactly over `}${`. */
function placeThunk(woven: string[], group: readonly Expression[]): void {
  woven[firstLine(group[0]!) - 2] += `;$.say([${group.map(({ id }) => id)}],()=>[`;
  group.forEach(({ pieces }, index) => {
    const first = pieces[0]!;
    if (index > 0) woven[first.line - 1] += ",";
    pieces.forEach(({ line, column, code }, piece) => {
      const open = piece === 0 ? "(" : "";
      woven[line - 1] = woven[line - 1]!.padEnd(column - 1 - open.length) + open + code;
    });
    woven[pieces.at(-1)!.line - 1] += ")";
  });
  woven[lastLine(group.at(-1)!) - 1] += "]);";
}

function firstLine({ pieces }: Expression): number {
  return pieces[0]!.line;
}

function lastLine({ pieces }: Expression): number {
  return pieces.at(-1)!.line;
}
