import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Problem } from "../../../build/problem.ts";
import { generatorRoot } from "../../../build/project.ts";
import { read } from "../../../build/read/read.ts";
import { weave } from "../../../build/weave/weave.ts";

const fixtures = join(generatorRoot, "test/build/fixtures");
const front = "---\ntitle: A\n---\n";

describe("fixtures: a chapter and the module it is woven to", () => {
  for (const name of readdirSync(fixtures).filter((file) => file.endsWith(".md"))) {
    test(name, async () => {
      const woven = weave(read(`chapters/${name}`, readFileSync(join(fixtures, name), "utf8")));
      await expect(woven).toMatchFileSnapshot(join(fixtures, name.replace(/\.md$/, ".woven.ts.txt")));
    });
  }
});

/** Code that names its own place; the oracle is the search for it in the Markdown. */
const places: Record<string, string> = {
  "a paragraph": "× 漢字 😀 ${mark1} and ${mark2}${mark3}.",
  "a heading": "## Heading ${mark1} ##",
  "a setext heading": "Heading ${mark1}\n===",
  "a list": "- one\n- × ${mark1}\n  - two ${mark2}\n\n    more ${mark3}",
  "a numbered list over lines": "12. one\n    × ${mark1}\nlazy ${mark2}",
  "a quotation": "> × ${mark1}\n> > 😀 ${mark2}\n>   and ${mark3}",
  "a link's text": "[× ${mark1} *and ${mark2}*](https://example.org) ${mark3}",
  "a table": "| × 😀 ${mark1} | b |\n|---|---|\n| ${mark2} | 漢 ${mark3} |",
  "a table without outer pipes": "a | b\n--|--\n${mark1} | × ${mark2}",
  "pipes in a table": "| a |\n|---|\n| ${ true \\|\\| mark1 } and ${\"x\\|y\" + mark2} |",
  "two lines": "a ${mark1 +\nmark2} b ${mark3}",
  "two lines in a quotation": "> a ${mark1 +\n> mark2} b ${mark3}",
  "mathematics": "× $x_{${mark1}} = ${mark2}$ and ${mark3}",
  "display": "$$\nx = ${mark1}\n  + ${mark2}\n$$",
  "emphasis and strikethrough": "**× ${mark1}** ~~${mark2}~~ _${mark3}_",
  "a tab": "a\t${mark1}\n\n-\t× ${mark2}",
  "an indented cell": "   ```ts\n   const a = mark1;\n  mark2;\n   ```\n× ${mark3}",
  "a cell": "```ts\nconst a = mark1; /* 😀 */ mark2;\n```\nafter ${mark3}",
};

describe("code is woven at its own line and column:", () => {
  for (const [name, markdown] of Object.entries(places)) {
    test(name, () => {
      const text = front + markdown;
      const woven = weave(read("chapters/01-a.md", text)).split("\n");
      const written = text.split("\n");
      expect(woven.length).toBe(written.length);
      for (const mark of ["mark1", "mark2", "mark3"].filter((one) => text.includes(one))) {
        const line = written.findIndex((one) => one.includes(mark));
        expect([mark, line, woven[line]!.indexOf(mark)]).toEqual([mark, line, written[line]!.indexOf(mark)]);
      }
    });
  }
});

describe("any Markdown is read, or refused at a place, and woven to as many lines:", () => {
  const pieces = fc.constantFrom("${", "}", "`", "```ts\n", "```\n", "$", "$$\n", "|", "\\", "[a](", ")", "# ", "> ", "- ", "1. ", "\n", "\n\n", "    ", "\t", "a", "1", "×", "😀", "*", "~~", "|---|---|\n", "import ", "export const a = ", "{", "(", "\"", "<b>", "\u2028", "\r\n", "![", "]: ", "%", "%E0%");
  const markdown = fc.oneof(fc.array(pieces, { maxLength: 40 }).map((some) => some.join("")), fc.string({ unit: "binary", maxLength: 80 }));

  test("1,000 of them", () => {
    fc.assert(
      fc.property(markdown, (body) => {
        const lines = (front + body).replace(/\r\n?/g, "\n").split("\n").length;
        try {
          expect(weave(read("chapters/01-a.md", front + body)).split("\n").length).toBe(lines);
        } catch (error) {
          if (!(error instanceof Problem)) throw error;
          expect(error.report.line).toBeGreaterThanOrEqual(1);
          expect(error.report.line).toBeLessThanOrEqual(lines);
          expect(error.report.column).toBeGreaterThanOrEqual(1);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
