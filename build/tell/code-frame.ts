import { codeFrameColumns } from "@babel/code-frame";
import type { Place } from "../glossary.ts";

/** The line of a place with those beside it, the place marked; nothing where the file is not a chapter that was read. */
export function codeFrame(lines: readonly string[] | undefined, { line, column }: Place): string {
  return lines ? codeFrameColumns(lines.join("\n"), { start: { line, column } }, { linesAbove: 1, linesBelow: 1 }) : "";
}
