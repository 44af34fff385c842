import type { Token } from "markdown-it";
import type { Place } from "../glossary.ts";

/** Finds the source of what markdown-it says of a block: its content has lost indents, quotation marks and closing hashes. */
export class Places {
  readonly #lines: readonly string[];
  /** In the rows of a table: where on its line the search goes on. */
  #row = -1;
  #from = 0;

  constructor(lines: readonly string[]) {
    this.#lines = lines;
  }

  /** The place of an offset in the content of a block that begins at this line (counted from 0). */
  inBlock(block: Token, first: number, offset: number): Place {
    const before = block.content.slice(0, offset).split("\n");
    const index = before.length - 1;
    const line = first + index;
    const content = block.content.split("\n")[index]!;
    const source = this.#lines[line] ?? "";
    return { line: line + 1, column: columnOf(source, content) + before[index]!.length + 1 };
  }

  /** The place of a text in a row of a table: found by search, from left to right, pipes being written `\|`. */
  inRow(line: number, text: string): Place {
    if (line !== this.#row) this.#from = 0;
    this.#row = line;
    const source = this.#lines[line] ?? "";
    const written = text.replaceAll("|", "\\|");
    const found = source.indexOf(written, this.#from);
    if (found < 0) return { line: line + 1, column: this.#from + 1 };
    this.#from = found + written.length;
    return { line: line + 1, column: found + 1 };
  }

  /** The first place of a text in the lines of a block, else the block's start. */
  search(map: readonly [number, number], text: string): Place {
    for (let line = map[0]; line < map[1]; line++) {
      const found = (this.#lines[line] ?? "").indexOf(text);
      if (found >= 0) return { line: line + 1, column: found + 1 };
    }
    return { line: map[0] + 1, column: 1 };
  }
}

/** Where the content of a line begins in its source. */
function columnOf(source: string, content: string): number {
  const indent = content.length - content.trimStart().length;
  const text = content.trim();
  const end = source.trimEnd();
  const start = end.endsWith(text) ? end.length - text.length : source.lastIndexOf(text);
  return Math.max(0, start) - indent;
}
