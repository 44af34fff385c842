/** Two reports side by side, on chapters whose dependent values are known by hand. */
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { project, report } from "./project.ts";

const slow = { timeout: 120_000 };

/** Of `chips` depend compute, its word, its double, a sentence, a row of the table, a check and the figure; of `days` only the length. */
const files = {
  "chapters/01-first.md": `---
title: First
values:
  compute: { unit: FLOP, label: the budget }
  shape: { unit: "1" }
  length: { unit: s }
  size: { label: how large it is }
---
\`\`\`ts
import { twice } from "../src/twice.ts";
const chips = assume("chips", 1000, { unit: "chips", label: "Chips", min: 1, max: 1e6 });
const days = assume("days", 30, { unit: "days", label: "Days", min: 1, max: 1000 });
export const compute = twice(chips);
export const shape = { fixed: 7, half: [chips / 2] };
export const length = 86_400 * days;
export const size = compute > 3000 ? "large" : "small";
check("moved", compute, printed("2,000"), { source: "arithmetic" });
check("unmoved", days, printed("30"), { source: "arithmetic" });
table("parts", "Parts.", [{ part: "all", share: show(compute) }, { part: "some", share: show(7) }]);
figure("line", "A line.", { data: { values: [{ x: 1, y: compute }, { x: 2, y: 5 }] }, mark: "line", encoding: { x: { field: "x", type: "quantitative" }, y: { field: "y", type: "quantitative" } } }, { says: () => \`It begins at \${compute}.\` });
figure("still", "Another.", { data: { values: [{ x: 1 }] }, mark: "point", encoding: { x: { field: "x", type: "quantitative" } } }, { says: "It is at 1." });
\`\`\`
It is \${show(compute)}, which is \${compute > 3000 ? "above" : "below"} three thousand, in \${show(days)} days.
`,
  "chapters/02-second.md": `---
title: Second
values:
  double: { unit: FLOP }
---
\`\`\`ts
import { compute } from "./01-first.md";
export const double = 2 * compute;
\`\`\`
`,
  "chapters/scenarios/lab.yaml": "name: A lab\nsentence: Sixty-four chips.\nset: { chips: 64 }\n",
  "src/twice.ts": "export function twice(n: number): number {\n  return 2 * n;\n}\n",
};

interface Compared {
  old: { name: string };
  new: { name: string; forced?: object[] };
  assumptions: object[];
  conclusions: { name: string; old: unknown; new: unknown; line: number }[];
  changes: { kind: string; chapter: string; name: string; old: unknown; new: unknown; factor: number | null; unit: string | null; line: number; oldText: string; newText: string }[];
  unchanged: Record<string, number>;
}

async function compared(root: string, ...words: string[]): Promise<Compared> {
  const { code, out, err } = await report(root, "compare", ...words, "--format", "json");
  expect([code, err]).toEqual([0, ""]);
  return JSON.parse(out) as Compared;
}

test("twice the chips double what depends on them, and nothing else", slow, async () => {
  const { assumptions, conclusions, changes, unchanged } = await compared(project(files), "base", "--set", "chips=2K chips");
  expect(assumptions).toEqual([{ id: "chips", label: "Chips", unit: "chips", old: 1000, new: 2000 }]);
  expect(conclusions).toMatchObject([
    { name: "size", old: "small", new: "large", line: 16 },
    { name: 'compute > 3000 ? "above" : "below"', old: "below", new: "above", line: 23 },
  ]);
  expect(changes.map(({ kind, name, old, new: fresh, factor, unit, line }) => [kind, name, old, fresh, factor, unit, line])).toEqual(
    expect.arrayContaining([
      ["value", "compute", 2000, 4000, 2, "FLOP", 13],
      ["value", "shape.half[0]", 500, 1000, 2, "1", 14],
      ["value", "double", 4000, 8000, 2, "FLOP", 8],
      ["sentence", "compute", 2000, 4000, 2, null, 23],
      ["table", "parts: all, share", 2000, 4000, 2, null, 19],
      ["check", "moved", 2000, 4000, 2, null, 17],
      ["figure", "line", "It begins at 2000.", "It begins at 4000.", 2, null, 20],
    ]),
  );
  expect(changes).toHaveLength(7);
  // Values: shape.fixed and length; sentences: the days; cells: the words and numbers that stay; checks and figures: one each.
  expect(unchanged).toEqual({ value: 2, sentence: 1, table: 3, check: 1, figure: 1 });
});

test("what changed is sorted by size, up or down", slow, async () => {
  const root = project({ ...files, "chapters/02-second.md": files["chapters/02-second.md"].replace("values:\n", "values:\n  square: { unit: \"1\" }\n  inverse: { unit: \"1\" }\n").replace("export const double", "export const square = compute ** 2;\nexport const inverse = compute ** -3;\nexport const double") });
  const { changes } = await compared(root, "chips=500");
  expect(changes.filter(({ kind }) => kind === "value").map(({ name, factor }) => [name, factor])).toEqual([["inverse", 8], ["square", 0.25], ["compute", 0.5], ["shape.half[0]", 0.5], ["double", 0.5]]);
});

describe("the two sides", () => {
  const sides: [words: string[], old: string, fresh: string, chips: [number, number] | null][] = [
    [["base", "base"], "base", "base", null],
    [["base"], "base", "base", null],
    [["lab"], "base", "lab", [1000, 64]],
    [["lab", "base"], "lab", "base", [64, 1000]],
    [["base", "chapters/scenarios/lab.yaml"], "base", "chapters/scenarios/lab.yaml", [1000, 64]],
    [["lab", "--set", "chips=10"], "lab", "lab, chips=10", [64, 10]],
    [["--scenario", "lab"], "base", "lab", [1000, 64]],
    [["chips=10", "lab,chips=20"], "chips=10", "lab, chips=20", [10, 20]],
    [["base", "chips=1,000,days=30"], "base", "chips=1,000, days=30", null],
  ];
  test.each(sides)("%j", slow, async (words, old, fresh, chips) => {
    const said = await compared(project(files), ...words);
    expect([said.old.name, said.new.name]).toEqual([old, fresh]);
    expect(said.assumptions).toEqual(chips ? [{ id: "chips", label: "Chips", unit: "chips", old: chips[0], new: chips[1] }] : []);
    expect([said.conclusions.length + said.changes.length > 0]).toEqual([chips !== null]);
  });
});

test("base and base: nothing changed, and how much that is", slow, async () => {
  expect(await report(project(files), "compare", "base", "base")).toEqual({ code: 0, err: "", out: "base → base\n\nnothing changed: 6 values, 3 numbers and words in sentences, 4 numbers and words in tables, 2 checks, 2 figures\n" });
});

test("text and Markdown say the same, conclusions first", slow, async () => {
  const root = project(files);
  const { out } = await report(root, "compare", "base", "lab,chips=2000000", "--force");
  expect(out).toMatch(/^base → lab, chips=2000000\nlab, chips=2000000: scenario A lab: Sixty-four chips\.\nlab, chips=2000000: forced: chips is 2000000, outside its range, between 1 and 1,000,000\n\nassumptions\n {2}chips: 1000 → 2000000 chips\n\nconclusions that flip\n {2}size \(how large it is\): small → large {2}chapters\/01-first\.md:16:14\n/);
  expect(out).toContain("\n3 values changed\n  compute (the budget): 2,000\u00a0FLOP → 4,000,000\u00a0FLOP ×2,000  chapters/01-first.md:13:14\n");
  const markdown = (await report(root, "compare", "base", "chips=2000", "--format", "markdown")).out;
  expect(markdown).toContain("## Conclusions that flip\n\n| conclusion | old | new | where |\n| --- | --- | --- | --- |\n| size (how large it is) | small | large | chapters/01-first.md:16:14 |\n");
  expect(markdown).toContain("\n| compute (the budget) | 2,000\u00a0FLOP | 4,000\u00a0FLOP | ×2.00 | chapters/01-first.md:13:14 |\n");
});

test("a page has both charts, in one file that needs no other or in a folder like the site", slow, async () => {
  const root = project(files);
  expect((await report(root, "compare", "base", "chips=2000", "--format", "html", "--out", "pages/one.html")).code).toBe(0);
  const page = readFileSync(join(root, "pages/one.html"), "utf8");
  expect(page.match(/<svg/g)).toHaveLength(2);
  expect(page).toContain("It begins at 2000.");
  expect(page).toContain("It begins at 4000.");
  expect(page).not.toMatch(/<link|src="|url\("fonts/);
  expect((await report(root, "compare", "base", "chips=2000", "--format", "html", "--out", "folder")).code).toBe(0);
  expect(readFileSync(join(root, "folder/index.html"), "utf8")).toContain('<link rel="stylesheet" href="style.css">');
  expect(readFileSync(join(root, "folder/style.css"), "utf8")).toContain('url("fonts/');
});

describe("a revision of git", () => {
  /** The files in a repository, under the tag v1, in a folder of it or at its top. */
  function repository(below: string, changed: Record<string, string> = {}): string {
    const top = project(Object.fromEntries(Object.entries({ ...files, ...changed }).map(([name, text]) => [join(below, name), text])));
    const git = (...words: string[]): string => execFileSync("git", ["-c", "user.name=A", "-c", "user.email=a@example.org", ...words], { cwd: top, encoding: "utf8", stdio: "pipe" });
    git("init", "--quiet");
    git("add", ".");
    git("commit", "--quiet", "-m", "one");
    git("tag", "v1");
    return join(top, below);
  }
  const status = (root: string): string => execFileSync("git", ["status", "--porcelain"], { cwd: root, encoding: "utf8" });

  test.each(["", "report"])("its chapters and laws are run beside today's, in folder %j", slow, async (below) => {
    const root = repository(below);
    writeFileSync(join(root, "src/twice.ts"), files["src/twice.ts"].replace("2 * n", "3 * n"));
    writeFileSync(join(root, "chapters/01-first.md"), files["chapters/01-first.md"].replace("It is ${show(compute)}", "A line more.\n\nIt is ${show(compute)}").replace('{ part: "all"', '{ part: "new", share: show(1) }, { part: "all"'));
    const before = status(root);
    const { old, new: fresh, assumptions, conclusions, changes, unchanged } = await compared(root, "HEAD");
    expect([old.name, fresh.name, assumptions, conclusions]).toEqual(["HEAD", "base", [], [] ]);
    expect(changes.map(({ kind, name, old: was, new: is, line }) => [kind, name, was, is, line])).toEqual(
      expect.arrayContaining([
        ["table", "parts: new, part", null, "new", 19], ["table", "parts: new, share", null, 1, 19], ["table", "parts: all, share", 2000, 3000, 19],
        ["value", "compute", 2000, 3000, 13], ["value", "double", 4000, 6000, 8], ["sentence", "compute", 2000, 3000, 25], ["check", "moved", 2000, 3000, 17],
        ["figure", "line", "It begins at 2000.", "It begins at 3000.", 20],
      ]),
    );
    expect(changes).toHaveLength(8);
    expect(unchanged).toEqual({ value: 4, sentence: 2, table: 3, check: 1, figure: 1 });
    expect(status(root)).toBe(before);
  });

  test("a claim whose print was changed, though not its value, is told with both verdicts", slow, async () => {
    const root = repository("");
    writeFileSync(join(root, "chapters/01-first.md"), files["chapters/01-first.md"].replace('printed("30")', 'printed("31")'));
    const { changes } = await compared(root, "v1");
    expect(changes.map(({ name, oldText, newText, factor }) => [name, oldText, newText, factor])).toEqual([["unmoved", "30, agrees with 30", "30, disagrees with 31", null]]);
  });

  test("under changes, too: rev:v1 with its own chips against today's with the same", slow, async () => {
    const root = repository("");
    const { assumptions, changes } = await compared(root, "rev:v1,chips=2000", "chips=2000");
    expect([assumptions, changes]).toEqual([[], []]);
  });

  test("a word that today's generator does not know is said in one sentence", slow, async () => {
    const root = repository("", { "chapters/02-second.md": files["chapters/02-second.md"].replace("export const", "shout(1);\nexport const") });
    writeFileSync(join(root, "chapters/02-second.md"), files["chapters/02-second.md"]);
    expect(await report(root, "compare", "v1", "base")).toEqual({ code: 2, out: "", err: "this generator does not know the word shout of v1: chapters/02-second.md:8:1: cannot find name 'shout': declare it in a cell, or import it from a law or a chapter\n" });
  });

  test("a front matter that it does not know, likewise", slow, async () => {
    const root = repository("", { "chapters/02-second.md": files["chapters/02-second.md"].replace("title: Second", "title: Second\nmood: bright") });
    const { code, err } = await report(root, "compare", "v1");
    expect([code, err]).toEqual([2, "this generator cannot run v1: chapters/02-second.md:3:1: the front matter knows no mood: it is title, summary, slides, values, precision\n"]);
  });
});

describe("words that mean nothing are told so, exit 2", () => {
  const wrong: [words: string[], said: RegExp][] = [
    [[], /^compare wants two reports: npm run report -- compare base small-lab, not nothing\n$/],
    [["a", "b", "c"], /^compare wants two reports/],
    [["base", "lbb"], /^there is no scenario and no revision lbb \(did you mean lab\?\): compare takes base, lab, id=value or a git revision\n$/],
    [["rev:v9"], /^there is no revision v9: /],
    [["base", "chps=1"], /^there is no assumption chps \(did you mean chips\?\)\n$/],
    [["base", "chips=1,chips=2"], /^--set sets chips twice\n$/],
    [["base", "chips=1", "--set", "chips=2"], /^--set sets chips twice\n$/],
    [["base", "--set", "chips=1 days"], /^--set chips=1 days: chips is in chips, not in days: 1 days\n$/],
    [["base", "lab", "--scenario", "lab"], /^the second report is a scenario already, lab: name lab in its place\n$/],
    [["base", "--format", "xml"], /^--format of compare is text, json, markdown, html: xml\n$/],
    [["base", "--out", "x.html"], /^--out of compare is for --format html: x\.html\n$/],
    [["base", "--runs", "x.csv"], /^compare takes no --runs/],
  ];
  test.each(wrong)("%j", slow, async (words, said) => {
    const { code, out, err } = await report(project(files), "compare", ...words);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(said);
  });
});
