import { describe, expect, test } from "vitest";
import { lintCode } from "../../../build/lint/lint-code.ts";
import { lintProse } from "../../../build/lint/lint-prose.ts";
import { proseOf } from "../../../build/lint/prose-of.ts";
import { chapterMarkdown } from "../../../build/read/markdown.ts";
import { read } from "../../../build/read/read.ts";

const chapter = (text: string): ReturnType<typeof read> => read("chapters/01-a.md", `---\ntitle: A\n---\n${text}\n`);
const cell = (code: string): ReturnType<typeof read> => chapter(`\`\`\`ts\n${code}\n\`\`\``);

/** `line:column number`, the oracle being the search for the number in the text. */
const said = (problems: readonly { line: number; column: number; message: string }[]): string[] =>
  problems.map(({ line, column, message }) => `${line}:${column} ${/^the number (\S+) is typed/.exec(message)![1]}`);

function places(text: string, numbers: readonly string[]): string[] {
  const lines = `---\ntitle: A\n---\n${text}`.split("\n");
  let from = 0;
  let line = 0;
  return numbers.map((number) => {
    while (lines[line]!.indexOf(number, from) < 0) [line, from] = [line + 1, 0];
    const at = lines[line]!.indexOf(number, from);
    from = at + number.length;
    return `${line + 1}:${at + 1} ${number}`;
  });
}

describe("a number typed in prose is found at its place:", () => {
  test.each([
    ["a paragraph", "× 漢字 😀 it is 5.37,\nand then 42.", ["5.37", "42"]],
    ["a heading", "## The 128k × 漢 ##", ["128k"]],
    ["a list", "- one\n  - × 😀 5.37\n\n    more 42", ["5.37", "42"]],
    ["a quotation", "> one\n> × 5.37\n> > 42", ["5.37", "42"]],
    ["a table", "| × 5.37 | b |\n|---|---:|\n| 漢 `\\|` 42 | 64 and 64 |", ["5.37", "42", "64", "64"]],
    ["emphasis and the words of a link", "**5.37** and [× 42](https://example.org/99) ~~17~~", ["5.37", "42", "17"]],
    ["beside an expression", "× ${show(1)} 5.37 ${show(2)}42 17${show(3)}", ["5.37", "42", "17"]],
    ["quotation marks and dashes, which are set otherwise", '"a" -- b... (c) 5.37 --- \'42\'', ["5.37", "42"]],
    ["money and escapes", "\\* $2.50 or \\$42", ["2.50", "42"]],
  ])("%s", (_, text, numbers) => expect(said(lintProse(chapter(text)))).toEqual(places(text, numbers)));
});

describe("what is no prose is free:", () => {
  test.each([
    ["code", "`5.37` and ``a ` 42``"],
    ["mathematics", "$N = 5.37 \\cdot 42$\n\n$$\nx = 128\n$$"],
    ["expressions", '${show(5.37, { digits: 12 })} ${literal("128k", "the talk\'s number")} ${cite("a2020", "Table 42, page 128")}'],
    ["targets of links", "[it](https://example.org/42) [](#figure-42) <https://example.org/42>"],
    ["references to slides", "[Slides 27](#slide-27), [28](#slide-28) and [29](#slide-29)"],
    ["a fence that is only shown", "```ts static\nconst a = 5.37;\n```\n\n```\n42\n```"],
    ["entities", "&#128;"],
  ])("%s", (_, text) => expect(lintProse(chapter(text))).toEqual([]));
});

test("the prose of a text is as long as the text, in any text", () => {
  for (const text of ["a `b` ${c} $d$ [e](f) ![g](h) <http://i> &amp; \\* **j**", "[[a](b)](c)", "[a", "`a", "${a", "$a", "![a]", "[](#a)", "😀 [漢](b)\n`c\nd`"]) {
    const prose = proseOf(chapterMarkdown(), text);
    expect(prose).toHaveLength(text.length);
    expect([...prose].every((character, index) => character === "\ufffc" || character === [...text][index] || prose.length !== [...prose].length)).toBe(true);
  }
});

describe("a number typed in a cell is found at its place:", () => {
  test.each([
    ["const a = 5.76e23, b = -0.4516, c = 4096;", ["5.76e23", "0.4516", "4096"]],
    ["/* × 漢字 😀 */ const a = 1.5e9;", ["1.5e9"]],
    ["f(2e10, [123, 8_192], 0x1ff, 123n);", ["2e10", "123", "8_192", "0x1ff", "123n"]],
    ["const a = { N: 540.35e9, sources: 2 };", ["540.35e9"]],
    ['check("a", 5.37 * x, printed("5.37"), { source: "b" });', ["5.37"]],
    ["const b = show(8192, { digits: 123 });", ["8192"]],
    ['figure("a", "b", { data: { values: [{ x: 8192 }] }, width: 336, layer: [{ mark: { type: "rule", size: 123 }, encoding: { y: { datum: 4.55 } } }] }, { says: "c" });', ["8192", "4.55"]],
    ['figure("a", `The ${show(1234)} of 5.37 ${b}`, {}, { says: () => `× 漢 42 ${a ? "17 runs" : "none"} of 64` });', ["1234", "5.37", "42", "17", "64"]],
    ['table("a", wide ? "of 42" : `${b}\n 17`, rows.map(({ x }) => ({ "at 64": `${x}`, "b": x === "128" ? "13 of it" : names["99"] + " and 15" })));', ["42", "17", "64", "13", "15"]],
    ['table("a", "$x = 42$, `17` and [](#slide-99), but 64", [{ a: show(1024) }]);', ["64", "1024"]],
  ])("%s", (code, numbers) => expect(said(lintCode(cell(code))).sort()).toEqual(places(`\`\`\`ts\n${code}\n\`\`\``, numbers).sort()));

  test("and in an expression", () => expect(said(lintCode(chapter("× ${show(1)} ${show(5.37)}")))).toEqual(["4:22 5.37"].map((place) => place.replace("22", String("× ${show(1)} ${show(".length + 1)))));
});

describe("what is given or a unit is free:", () => {
  test.each([
    'const a = assume("a", 989.4e12, { unit: "b", label: "c", max: 1.5e15 });',
    'check("at 128 chips", x, within(5.37, 5.42), { source: "b" }); check("a", x, about(8192, 0.125), { source: "b", known: { category: "misprint", reason: "c", window: [8191, 8193], ratio: 1.234 } });',
    'const known = { category: "misprint", reason: "c", window: [8191, 8193], ratio: 1.234 } as const; exactly(12345); order(5.37);',
    'const palm = { N: 540.35e9, nested: { layers: 118, list: [238.3e3] }, source: cite("a", "Section 4.1") };',
    "const a = [1e9, 1000, 0.001, 1e-3, 1.0e12, 100, 10, 1, 0, 12, 0.34, 1_000_000, 2022, 720];",
    'notComputable("a", { source: "b", reason: "c" }); literal("128k", "d"); cite("a", "Table 4096");',
    'figure("a", "b", { width: 336, encoding: { x: { scale: { domain: [2.5e9, 4e12] }, axis: { values: [128, 256] } } } }, { says: "c" });',
    'const axis = { x: { scale: { domain: [2.5e9, 4e12] }, axis: { values: [128, 256] }, legend: { offset: 123 } } };',
    'figure("a", "b", { layer: [{ data: { values: [{ x: 8192, y: 1.3e11, text: "here" }] } }] }, { says: "c" });',
    "type Wide = 8192; const a = b as 4096;",
    "const a = `of 5.37 ${b}`; f(\"128k\");",
  ])("%s", (code) => expect(lintCode(cell(code))).toEqual([]));

  test("code that cannot be parsed is left to those who run it", () => expect(lintCode(cell("const a = = 5.37;"))).toEqual([]));
});

test("the marks that weave writes are no numbers of the chapter", () => {
  expect(lintCode(chapter(`${"${a}\n\n".repeat(120)}`))).toEqual([]);
});
