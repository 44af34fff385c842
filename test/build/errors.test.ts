/** Every way a chapter can be wrong: the message, the place and the exit code, and what becomes of the others. */
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { verification } from "../../build/tell/verification.ts";
import { cell, filesOf, problems, project, report, run } from "./project.ts";

const odd = "/* × 漢字 😀 */ ";
const law = "export function size(n: number): number {\n  if (n < 0) throw new RangeError(`parameters must be positive: ${n}`);\n  return n;\n}\n";

/** What is written, and the first thing that is said of it. */
const wrong: Record<string, [chapter: string, said: string]> = {
  "an unclosed fence": ["---\ntitle: A\n---\n\n```ts\nconst a = 1;\n", "5:1: this fence is not closed: ``` on a line of its own"],
  "an unknown kind of fence": ["---\ntitle: A\n---\n```ts hidden\n```\n", "4:1: a fence of TypeScript is ts, ts fold, ts static: ts hidden"],
  "a syntax error in a cell": [cell(`${odd}const a = = 1;`), "5:25: this is no TypeScript: unexpected \"=\""],
  "an unclosed bracket in a cell": [cell(`${odd}function f() {\nreturn 1;`), "5:28: this { is not closed"],
  "an unclosed template in a cell": [cell("const a = `x;"), "5:11: this template is not closed"],
  "an unfinished cell": [`${cell("const a =")}\n${"${a}"}\n`, "6:1: this is no TypeScript: unexpected \";\""],
  "a type error": [cell(`${odd}const a: string = 1;`), "5:21: type 'number' is not assignable to type 'string'."],
  "a throw in a cell": [cell(`const a = 1;\n${odd}throw new Error("no " + a);`), "6:21: no 1"],
  "a throw of something else": [cell(`throw "x";`), "4:1: something other than an error was thrown: x"],
  "a throw in an inline expression": ["---\ntitle: A\n---\n× 漢字 😀 ${String(BigInt(\"x\"))}\n", "4:18: cannot convert x to a BigInt"],
  "a throw in a law": [cell(`import { size } from "../src/size.ts";\n${odd}size(-1);`), "6:15: parameters must be positive: -1 (src/size.ts:2:20)"],
  "a top-level await": [cell(`const a = 1;\n${odd}await a;`), "6:15: a chapter is synchronous: it cannot await"],
  "an import(…)": [cell(`const a = import("../src/size.ts");`), "5:11: a chapter is synchronous: import(…) is not, write import { … } from \"…\""],
  "an import of a missing law": [cell(`${odd}import { a } from "../src/siz.ts";`), "5:33: there is no ../src/siz.ts (did you mean ../src/size.ts?)"],
  "an import of a missing chapter": [cell(`import { a } from "./02-tow.md";`), "5:19: there is no ./02-tow.md (did you mean ./02-two.md?)"],
  "an import of something else": [cell(`import fs from "node:fs";`), "5:16: a chapter imports laws (\"../src/….ts\") and other chapters (\"./….md\"): node:fs"],
  "a misspelt import from a law": [cell(`${odd}import { siez } from "../src/size.ts";\nsiez(1);`), "5:24: module '\"../src/size.ts\"' has no exported member 'siez'."],
  "a misspelt import from a chapter, unused": [cell(`import { twoo } from "./02-two.md";`), "5:10: '\"./02-two.md\"' has no exported member named 'twoo'. (did you mean two?)"],
  "a name defined twice": [`${cell("const a = 1;")}\n${"```"}ts\n${odd}const a = 2;\n${"```"}\n`, "9:21: a is defined twice, first at chapters/01-one.md:5:7: give one of the two another name"],
  "a word redeclared": [cell(`${odd}const check = 1;`), "5:21: check is a word of every chapter: give this another name"],
  "a clock": [cell("const now = Date.now();"), "5:18: a chapter is a pure function of its assumptions, without clock or chance: Date.now()"],
  "chance": [cell("const x = Math.random();"), "5:16: a chapter is a pure function of its assumptions, without clock or chance: Math.random()"],
  "Node": [cell("process.exit(0);"), "5:1: cannot find name 'process': declare it in a cell, or import it from a law or a chapter"],
  "an import of a chapter that failed": [cell(`import { three } from "./03-three.md";\nthree;`), "5:23: needs 03-three.md, which failed at chapters/03-three.md:8:7"],
  "no front matter": ["# A chapter\n", "1:1: a chapter begins with its front matter, between two lines of ---, with a title"],
  "an unknown front-matter key": ["---\ntitle: A\nslide: 3\n---\n", "3:1: the front matter knows no slide (did you mean slides?): it is title, summary, slides, values, precision"],
  "front matter that is no YAML": ["---\ntitle: [\n---\n", "2:9: the front matter is no YAML: Flow sequence in block collection must be sufficiently indented and end with a ]"],
  "a unit of a name that is not exported": [`---\ntitle: A\nvalues:\n  a: { unit: FLOP }\n---\n`, "4:3: the front matter gives a a unit, but no cell exports it"],
  "a value that is outside of nothing exported": ["---\ntitle: A\nvalues:\n  a: { unit: \"1\", outside: far }\n---\n```ts\nexport const a = 1;\n```\n", "4:3: how far a lies outside is said by far, but no cell exports that"],
  "a distance that is none": ["---\ntitle: A\nvalues:\n  a: { unit: \"1\", outside: far }\n---\n```ts\nexport const a = 1;\nexport const far = { decades: -1, of: \"B\" };\n```\n", "8:14: far, which says how far a lies outside the runs of its law, is no { decades, of }"],
  "an exported number without a unit": [cell("export const a = 1;"), "5:14: the exported number a wants a unit in the front matter: values: { a: { unit: … } }"],
  "a bare number in prose": ["---\ntitle: A\n---\n× 漢字 😀 ${1.5} \n", "4:11: a number is written by show(…), with its digits and unit: 1.5"],
  "a sentence of nothing": ["---\ntitle: A\n---\n${undefined as unknown as string}\n", "4:3: a sentence wants text, show(…), cite(…) or literal(…), not undefined"],
  "an empty expression": ["---\ntitle: A\n---\na ${} b\n", "4:5: this expression is empty: write a value between its braces"],
  "two expressions in one": ["---\ntitle: A\n---\na ${1) + (2} b\n", "4:3: this ${ has no } in its paragraph (in a table, a pipe in an expression is written \\|; \\${ is no expression)"],
  "a dead link": ["---\ntitle: A\n---\nSee [](#figur) here.\n", "4:8: this link leads to nothing: #figur (a link leads to a heading, a figure, a table, a chapter or a slide)"],
  "a link to a slide that is not listed": ["---\ntitle: A\n---\nSee [](#slide-3) and [](#slide-1).\n", "4:8: this link leads to nothing: #slide-3 (did you mean slide-1?)"],
  "a dead link to a page": ["---\ntitle: A\n---\nSee [it](99-none.md).\n", "4:10: this link leads to nothing: 99-none.md"],
  "a dead link in a caption": [cell(`${odd}table("t", "See [](#figur).", [{ x: "y" }]);`), "5:15: this link leads to nothing: #figur (a link leads to a heading, a figure, a table, a chapter or a slide)"],
  "a dead link in the words of a table": [cell(`${odd}table("t", "T", [{ x: "[y](#figur)" }]);`), "5:15: this link leads to nothing: #figur (a link leads to a heading, a figure, a table, a chapter or a slide)"],
  "an import in an indented cell": ["---\ntitle: A\n---\n   ```ts\n   import { a } from \"../src/siz.ts\";\n   ```\n", "5:22: there is no ../src/siz.ts (did you mean ../src/size.ts?)"],
  "an unclosed bracket in an indented cell": ["---\ntitle: A\n---\n   ```ts\n     f(1;\n   ```\n", "5:7: this ( is not closed"],
  "a figure id used twice": [cell(`figure("a", "A", {}, { says: "1" });\n${odd}table("a", "B", [{ x: "y" }]);`), "6:15: the id a is used twice, first at chapters/01-one.md:5:1: give one of the two another"],
  "a figure that says no value": [cell(`figure("a", "A", {}, { says: "it rises" });`), "4:1: what the figure a says has no computed value in it: it rises"],
  "an assumption id used twice in a chapter": [cell(`assume("a", 1, { unit: "1", label: "A" });\n${odd}assume("a", 1, { unit: "1", label: "A" });`), "6:15: the assumption a is declared twice: give one of the two another id"],
  "an assumption id used in two chapters": [cell(`assume("shared", 1, { unit: "1", label: "A" });`), ""],
  "a standard out of its own range": [cell(`assume("a", 5, { unit: "1", label: "A", max: 3 });`), "5:1: a is at most 3: 5"],
  "a cell inside a list": ["---\ntitle: A\n---\n- one\n\n  ```ts\n  const a = 1;\n  ```\n", "6:3: a cell stands at the margin, not inside a list or a quotation"],
  "a ${ in a link target": ["---\ntitle: A\n---\n× [a](${b}) c\n", "4:7: an expression in the target of a link is not filled: write it in the text"],
  "a ${ over a blank line": ["---\ntitle: A\n---\n× ${1 +\n\n1} c\n", "4:3: this ${ has no } in its paragraph (in a table, a pipe in an expression is written \\|; \\${ is no expression)"],
  "an unknown work": [cell(`cite("kaplan");`), "5:1: no work has the key kaplan in sources.yaml (did you mean kaplan2020?)"],
  "a known discrepancy without its size": [cell(`check("a", 5.37, printed("5.5"), { source: "b", known: { category: "misprint", reason: "c", window: [5, 6] } });`), "5:1: a known discrepancy says how large it is, recomputed over expected: ratio: 0.9764"],
  "an unreadable printed number": [cell(`printed("many");`), "5:1: printed wants a number as papers print it, such as 5.37, 5.76e23, 1.4T, 14 % or 1/29,968: many"],
  "a literal without a reason": [cell(`literal("128k", " ");`), "5:1: the literal 128k wants a reason: why is it not computed?"],
  "a literal without a text": [cell(`literal("", "round");`), "5:1: literal wants the text that is shown: literal(\"128k\", \"the talk's round number\")"],
  "a word of the page in a sentence": ["---\ntitle: A\n---\n${String(notComputable(\"a\", { source: \"b\", reason: \"c\" }))}\n", "4:10: notComputable(…) belongs in a cell, not in a sentence"],
  "a line separator in code": [cell("const a = \"x\u2028y\";"), "5:13: a line separator (U+2028 or U+2029) in code: write it as \\u2028"],
};

const others = {
  "src/size.ts": law,
  "chapters/sources.yaml": "kaplan2020: { short: Kaplan, title: Laws, authors: K, year: 2020, url: https://example.org }\n",
  "chapters/slides.yaml": "1: { title: One, evidence: seen }\n",
  "chapters/02-two.md": `---\ntitle: Two\nvalues:\n  two: { unit: "1" }\n---\n\`\`\`ts\nassume("shared", 1, { unit: "1", label: "S" });\nexport const two = 2;\ncheck("two", two, printed("2"), { source: "arithmetic" });\n\`\`\`\n`,
  "chapters/03-three.md": `---\ntitle: Three\nvalues:\n  three: { unit: "1" }\n---\n\`\`\`ts\nexport const three = 3;\nthrow new Error("three fails");\n\`\`\`\n`,
};

describe("a chapter that is wrong is told so at its place, and the others still run:", () => {
  for (const [name, [chapter, said]] of Object.entries(wrong)) {
    test(name, async () => {
      const ended = await run({ ...others, "chapters/01-one.md": chapter });
      const [one, two, three] = ended.chapters;
      if (said === "") expect(two!.problems.map(({ message }) => message)).toEqual(["the id shared is used twice, first at chapters/01-one.md:5:1: give one of the two another"]);
      else expect(problems(ended)[0]?.toLowerCase()).toBe(`chapters/01-one.md:${said}`.toLowerCase());
      expect(one!.problems.length + two!.problems.length).toBe(1);
      expect(verification(ended, { faults: [], drifts: [], notes: [] })).toMatchObject({ outcome: "could not run", findings: ended.chapters.flatMap(({ problems }) => problems) });
      expect(two!.run?.checks[0]?.verdict).toBe("agrees");
      expect(three!.problems[0]?.message).toBe("three fails");
    });
  }

  test("a circle of chapters is reported at the import that closes it", async () => {
    const importing = (other: string): string => cell(`import { a } from "./${other}.md";\nexport const b = () => a;`);
    const ended = await run({ "chapters/01-one.md": importing("02-two"), "chapters/02-two.md": importing("01-one") });
    expect(ended.chapters[1]!.problems[0]).toMatchObject({ line: 5, column: 19, message: "a circle of chapters: 01-one needs 02-two needs 01-one; move what both need into a chapter that needs neither" });
  });
});

const node = `const node = (globalThis as unknown as { process: { exit(): void; kill(pid: number, signal: string): void; pid: number; on(event: string, does: () => void): void } }).process;\n`;

/** What a hostile cell does, and what is said of it; the place is the cell's. One that fills the memory has time to, on a busy machine too. */
const hostile: Record<string, [code: string, said: RegExp]> = {
  "an infinite loop": ["while (true);", /ran longer than 2 s/],
  "a catastrophic regular expression": [`/^(a+)+$/.test("a".repeat(40) + "b");`, /ran longer than 2 s/],
  "process.exit": [`${node}node.exit();`, /ended its thread/],
  "process.kill of itself": [`${node}node.kill(node.pid, "SIGKILL");`, /ended its process \(SIGKILL\)/],
  "a looping exit handler": [`${node}node.on("exit", () => { while (true); });\nnode.exit();`, /ran longer than 2 s/],
  "a growing Map": ["const m = new Map<number, number[]>();\nfor (let i = 0; ; i++) m.set(i, [i, i, i]);", /took more than 256 MiB|ended its/],
  "a.concat(a)": ["let a: number[] = [1];\nwhile (true) a = a.concat(a);", /took more than 256 MiB|ended its|invalid array length/i],
  "a huge fill": ["new Float64Array(2 ** 28).fill(1);", /took more than 256 MiB/],
};

describe("a chapter that will not end is ended, the others run, and the old site is whole:", () => {
  for (const [name, [code, said]] of Object.entries(hostile)) {
    const timeout = said.source.includes("MiB") ? "30" : "2";
    test(name, { timeout: 90_000 }, async () => {
      const root = project({ ...others, "chapters/01-one.md": cell(code), "chapters/03-three.md": cell(`check("three", 3, printed("3"), { source: "arithmetic" });`) });
      mkdirSync(join(root, "site"));
      for (const file of [".pretraining-report", "index.html"]) writeFileSync(join(root, "site", file), "old");
      const before = filesOf(join(root, "site"));
      const { code: exit, out, err } = await report(root, "build", "--timeout", timeout, "--memory", "256");
      expect(err).toMatch(/^chapters\/01-one\.md:\d+:\d+: /);
      expect(err).toMatch(said);
      expect(out).toMatch(/01-one +could not run\n02-two +1 agrees\n03-three +1 agrees/);
      expect(exit).toBe(2);
      expect(filesOf(join(root, "site"))).toEqual(before);
      expect(existsSync(join(root, ".site.new"))).toBe(false);
    });
  }
});
