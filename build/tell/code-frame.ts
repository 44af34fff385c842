import { codeFrameColumns } from "@babel/code-frame";
import type { Place } from "../glossary.ts";

/** A paragraph is one long line: of such, the frame shows what is around the place. */
const wide = 150;

/** The line of a place with those beside it, the place marked; nothing where the file is not a chapter that was read. */
export function codeFrame(lines: readonly string[] | undefined, { line, column }: Place): string {
  if (!lines) return "";
  const left = Math.max(0, column - wide / 2);
  const cropped = lines.map((text) => (text.length <= wide ? text : `${left > 0 ? "…" : ""}${text.slice(left, left + wide)}${text.length > left + wide ? "…" : ""}`));
  const shift = (lines[line - 1]?.length ?? 0) <= wide || left === 0 ? 0 : left - 1;
  return codeFrameColumns(cropped.join("\n"), { start: { line, column: column - shift } }, { linesAbove: 1, linesBelow: 1 });
}
