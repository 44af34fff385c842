import { describe, expect, test } from "vitest";
import { Problem } from "../../../build/problem.ts";
import { read } from "../../../build/read/read.ts";

const front = "---\ntitle: A\n---\n";
const kinds = (markdown: string): string[] => read("chapters/01-a.md", front + markdown).tokens.flatMap(({ type, children }) => [type, ...(children ?? []).map((child) => child.type)]);

test("the front matter's units have the places of their names", () => {
  const { front: said } = read("chapters/01-a.md", '---\ntitle: A\nslides: [1, 2]\nvalues:\n  a: { unit: FLOP, label: x }\n---\n```ts\nexport const a = 1;\n```\n');
  expect(said).toEqual({ title: "A", summary: "", slides: [1, 2], values: { a: { unit: "FLOP", label: "x", line: 5, column: 3 } }, precision: null });
});

describe("what is an expression, what is mathematics and what is money", () => {
  test.each([
    ["${a}", ["expression"]],
    ["`${a}`", ["code_inline"]],
    ["\\${a}", ["text"]],
    ["$x$", ["mathematics"]],
    ["costs $5 or $6", ["text"]],
    ["is $6ND$, and so", ["text", "mathematics"]],
    ["$6ND$", ["mathematics"]],
    ["$2N + 4N$", ["mathematics"]],
    ["$18BTDF = 6x$", ["mathematics"]],
    ["$10^{24}$", ["mathematics"]],
    ["$12 \\cdot B$", ["mathematics"]],
    ["$3.5D$", ["mathematics"]],
    ["$6${a}$", ["mathematics"]],
    ["$5$", ["text"]],
    ["$5M and $6M", ["text"]],
    ["$5B (US$)", ["text"]],
    ["$2.50 and A$", ["text"]],
    ["$5M to $x$", ["text", "mathematics"]],
    ["$6ND\n$", ["text", "softbreak"]],
    ["between $4 and 5 $", ["text"]],
    ["$7k, as $N$ is $8T.", ["text", "mathematics"]],
    ["costs \\$a or \\$b", ["text"]],
    ["$ x $", ["text"]],
    ["$x_{${a}}$", ["mathematics"]],
    ["$a\\$b$", ["mathematics"]],
  ])("%s", (markdown, wanted) => {
    const found = kinds(markdown).filter((kind) => !["paragraph_open", "inline", "paragraph_close"].includes(kind));
    expect([...new Set(found)]).toEqual(wanted);
  });
});

test("quotation marks are set, but L(C) is no copyright", () => {
  const { tokens } = read("chapters/01-a.md", `${front}"L(C)" and (r) and a -- b ...`);
  expect(tokens.flatMap(({ children }) => children ?? []).map(({ content }) => content).join("")).toBe("“L(C)” and (r) and a -- b ...");
});

test("tags are text", () => expect(kinds("<b>a</b>")).not.toContain("html_inline"));

test("line ends of Windows and a byte order mark change no place", () => {
  const { expressions } = read("chapters/01-a.md", `\uFEFF${`${front}a \${b}`.replaceAll("\n", "\r\n")}`);
  expect(expressions[0]!.pieces).toEqual([{ line: 4, column: 5, code: "b" }]);
});

test("imports and exports are found at the top of a cell only, with the places of file and name", () => {
  const { imports, exports } = read("chapters/01-a.md", `${front}\`\`\`ts\nimport { a as b } from "../src/a.ts";\nimport type { C } from "./02-b.md";\nexport const d = { import: 1, export: 2 };\nexport function e() {\n  const f = 'export const g';\n}\n\`\`\`\n`);
  expect(imports).toEqual([{ from: "../src/a.ts", line: 5, column: 24 }, { from: "./02-b.md", line: 6, column: 24 }]);
  expect(exports).toEqual([{ name: "d", line: 7, column: 14 }, { name: "e", line: 8, column: 17 }]);
});

test.each(['export { a } from "../src/a.ts";', 'export * from "../src/a.ts";', "export default 1;", "const a = 1;\nexport { a };"])("a chapter exports what it declares, not %s", (code) => {
  expect(() => read("chapters/01-a.md", `${front}\`\`\`ts\n${code}\n\`\`\`\n`)).toThrow(Problem);
});
