import { describe, expect, test } from "vitest";
import { read } from "../../../build/read/read.ts";
import { slice, sliceChapters } from "../../../build/weave/slice.ts";
import { weave } from "../../../build/weave/weave.ts";
import { cell } from "../project.ts";

const chapter = (code: string, name = "01-a") => read(`chapters/${name}.md`, cell(code));
const kept = (code: string, ...wanted: string[]): string[] => slice(weave(chapter(code)), new Set(wanted)).code.split("\n").slice(4).map((line) => line.trim()).filter((line) => line && !line.startsWith(";") && !line.startsWith("$"));

describe("of a chapter only the statements are kept that a name rests on:", () => {
  test("what it mentions, and what that mentions, in their order", () => {
    expect(kept("const a = 1;\nconst b = a + 1;\nconst c = 5;\nconst d = c * b;", "d")).toEqual(["const a = 1;", "const b = a + 1;", "const c = 5;", "const d = c * b;"]);
    expect(kept("const a = 1;\nconst b = a + 1;\nconst c = 5;\nconst d = c * b;", "b")).toEqual(["const a = 1;", "const b = a + 1;"]);
  });

  test("functions and patterns, but no checks, tables and types", () => {
    const code = "type T = typeof e;\nconst { a, b: [c] } = { a: 1, b: [2] };\nfunction f(x: number): number { return x * c; }\nconst e = heavy();\ncheck(\"e\", e, exactly(1), { source: \"b\" });\nconst g = f(3) as unknown as typeof e;";
    expect(kept(code, "g")).toEqual(["const { a, b: [c] } = { a: 1, b: [2] };", "function f(x: number): number { return x * c; }", "const g = f(3) as unknown as typeof e;"]);
  });

  test("a property and a key of the same name are no mention", () => {
    expect(kept("const far = 1;\nconst o = { far: 2 };\nconst p = o.far;", "p")).toEqual(["const o = { far: 2 };", "const p = o.far;"]);
    expect(kept("const far = 1;\nconst o = { far };", "o")).toEqual(["const far = 1;", "const o = { far };"]);
  });

  test("what is changed after its definition is kept with its changes", () => {
    expect(kept("const list: number[] = [];\nlist.push(1);\nlet n = 0;\nfor (const x of list) n += x;\nlet m = 0;\nm++;", "n")).toEqual(["const list: number[] = [];", "list.push(1);", "let n = 0;", "for (const x of list) n += x;"]);
  });
});

test("a slice has as many lines, and what is left stands where it stood", () => {
  const woven = weave(chapter("const a = 1;\nconst b = 2;"));
  const { code } = slice(woven, new Set(["b"]));
  expect(code.split("\n").length).toBe(woven.split("\n").length);
  expect(code.indexOf("const b")).toBe(woven.indexOf("const b"));
});

test("of an imported chapter what is taken from it is kept, of an import the names that are used", () => {
  const first = chapter("export const a = 1;\nexport const b = 2;\nexport const c = 3;", "01-first");
  const second = chapter('import { a, b as other, c } from "./01-first.md";\nimport * as all from "./01-first.md";\nexport const d = other;\nexport const e = a;\nexport const f = all.c;', "02-second");
  const third = chapter("export const x = 1;", "03-third");
  const slices = sliceChapters([first, second, third], second, ["d"]);
  expect([...slices.keys()].map(({ name }) => name)).toEqual(["02-second", "01-first"]);
  expect(slices.get(second)).toMatch(/import \{\s+b as other,\s+\} from ".\/01-first.md";/);
  expect(slices.get(first)!.match(/export const \w/g)).toEqual(["export const b"]);
  expect(sliceChapters([first, second], second, ["f"]).get(first)!.match(/export const \w/g)).toEqual(["export const a", "export const b", "export const c"]);
});
