import { expect, test } from "vitest";
import { codeFrame } from "../../../build/tell/code-frame.ts";

/** The sign above the mark of a frame. */
function marked(frame: string): string {
  const lines = frame.split("\n");
  const mark = lines.findIndex((line) => /^\s+\|\s+\^/.test(line));
  return lines[mark - 1]![lines[mark]!.indexOf("^")]!;
}

test("the mark stands under the place, in short lines and in long ones, at their start, middle and end", () => {
  const short = "ab× 漢字 x";
  const long = "m".repeat(400);
  for (const column of [1, 80, 200, 399, 400]) {
    const line = `${long.slice(0, column - 1)}X${long.slice(column)}`;
    const frame = codeFrame([short, line, short], { line: 2, column });
    expect(marked(frame)).toBe("X");
    expect(Math.max(...frame.split("\n").map(({ length }) => length))).toBeLessThan(180);
  }
  expect(marked(codeFrame([short], { line: 1, column: 8 }))).toBe("x");
  expect(codeFrame(undefined, { line: 1, column: 1 })).toBe("");
});
