import { expect, test } from "vitest";
import { cell, problems, run } from "../project.ts";

const counting = {
  "src/count.ts": "let count = 0;\nexport function counted(): number {\n  return ++count;\n}\n",
  "chapters/01-one.md": `---\ntitle: One\nvalues: { times: { unit: "1" } }\n---\n\`\`\`ts\nimport { counted } from "../src/count.ts";\nassume("x", 1, { unit: "1", label: "X" });\nexport const times = counted();\n\`\`\`\n`,
  "chapters/02-two.md": cell('import { times } from "./01-one.md";\ncheck("times", times, exactly(1), { source: "arithmetic" });'),
  "chapters/03-three.md": cell('import { times as t } from "./01-one.md";\nimport * as one from "./01-one.md";\ncheck("times", t + one.times, exactly(2), { source: "arithmetic" });'),
};

test("a chapter that several import runs once, and once more under overrides", async () => {
  const base = await run(counting);
  expect(problems(base)).toEqual([]);
  expect(base.chapters.flatMap((one) => one.run!.checks.map(({ verdict }) => verdict))).toEqual(["agrees", "agrees"]);
  const changed = await run(counting, { overrides: { x: "2" } });
  expect(changed.chapters[0]!.run!.values).toEqual({ times: 2 });
});

test("an import may come before the chapter it names, in the order of the report", async () => {
  const { chapters } = await run({
    "chapters/01-one.md": cell('import { two } from "./02-two.md";\ncheck("two", two(), exactly(2), { source: "arithmetic" });'),
    "chapters/02-two.md": cell("export const two = (): number => 2;"),
  });
  expect(chapters[0]!.run!.checks[0]!.verdict).toBe("agrees");
});

test("a name used before its const is an error, not NaN", async () => {
  const report = await run({ "chapters/01-one.md": cell("const use = (): number => late;\nconst early = use();\nconst late = 1;\nearly;") });
  expect(problems(report)).toEqual(["chapters/01-one.md:5:27: Cannot access 'late' before initialization"]);
});

test("an error in a caption or in what a figure says has its place in the caption", async () => {
  const report = await run({ "chapters/01-one.md": cell('/* × 漢字 😀 */ figure("a", () => `A ${show(BigInt("x") as never)}`, {}, { says: "1" });') });
  expect(problems(report)).toEqual(["chapters/01-one.md:5:43: Cannot convert x to a BigInt"]);
});

test("sentences before a cell that throws keep their values, those after it have none", async () => {
  const { chapters } = await run({ "chapters/01-one.md": `${cell("const a = 1;")}\n\${"before"}\n\n\`\`\`ts\nthrow new Error("no");\n\`\`\`\n\n\${"after"}\n` });
  expect(Object.values(chapters[0]!.run!.sentences).map(({ text }) => text)).toEqual(["before"]);
  expect(chapters[0]!.problems).toHaveLength(1);
});

test("a chapter without a number, and two of one number, are told so", async () => {
  const report = await run({ "chapters/01-one.md": cell(""), "chapters/01-uno.md": cell(""), "chapters/two.md": cell("") });
  expect(problems(report)).toEqual([
    "chapters/01-uno.md:1:1: two chapters have this number: chapters/01-one.md and this one",
    "chapters/two.md:1:1: the file name of a chapter is its number and its name: 05-chinchilla.md",
  ]);
});

test("a chapter that fails or hangs only under overrides is told so, and those that need it too", { timeout: 30_000 }, async () => {
  const one = cell('const x = assume("x", 1, { unit: "1", label: "X" });\nif (x === 2) throw new RangeError("two is too many");\nwhile (x === 3);\nexport const f = (): number => x;');
  const files = { "chapters/01-one.md": one, "chapters/02-two.md": cell('import { f } from "./01-one.md";\nf();') };
  expect(problems(await run(files))).toEqual([]);
  expect(problems(await run(files, { overrides: { x: "2" } }))).toEqual([
    "chapters/01-one.md:6:20: two is too many",
    "chapters/02-two.md:5:19: needs 01-one.md, which failed at chapters/01-one.md:6:20",
  ]);
  expect(problems(await run(files, { overrides: { x: "3" } }))).toEqual([
    "chapters/01-one.md:4:1: ran longer than 2 s (--timeout)",
    "chapters/02-two.md:5:19: needs 01-one.md, which failed at chapters/01-one.md:4:1",
  ]);
});
