import { expect, test } from "vitest";
import { cell, problems, run } from "../project.ts";

/** Makes garbage enough that whatever nobody holds is collected. */
const churn = "let kept: unknown[] = [];\nfor (let i = 0; i < 15; i++) kept = Array.from({ length: 100_000 }, (_, j) => ({ i, j }));\n";
const source = '{ source: "arithmetic" }';

test("places are as true in a run after much garbage as in the first", async () => {
  const code = `${churn}const x = assume("x", 1, { unit: "1", label: "x" });\n  check("still", kept.length, printed("100,000"), ${source});\ncheck("moves", x, printed("1"), ${source});`;
  const { chapters } = await run({ "chapters/01-a.md": cell(code) }, { overrides: { x: "2" }, limits: { timeout: 20_000, memory: 2 ** 30 } });
  expect(chapters[0]!.run!.checks.map(({ line, column, verdict }) => [line, column, verdict])).toEqual([[8, 3, "agrees"], [9, 1, "not compared"]]);
}, 60_000);

test("and so are those of errors", async () => {
  const code = `${churn}const x = assume("x", 1, { unit: "1", label: "x" });\nif (x > 1) throw new RangeError("too large");`;
  expect(problems(await run({ "chapters/01-a.md": cell(code) }, { overrides: { x: "2" }, limits: { timeout: 20_000, memory: 2 ** 30 } }))).toEqual(["chapters/01-a.md:8:18: too large"]);
}, 60_000);
