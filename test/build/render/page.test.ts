import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { generatorRoot } from "../../../build/project.ts";
import { render } from "../../../build/render/render.ts";
import { problems, run } from "../project.ts";

const fixtures = join(generatorRoot, "test/build/fixtures");
const files = {
  "chapters/01-everything.md": readFileSync(join(fixtures, "01-everything.md"), "utf8"),
  "chapters/sources.yaml": "adams1979: { short: Adams 1979, title: The Guide, authors: D. Adams, year: 1979, url: https://example.org }\n",
  "chapters/slides.yaml": "1: { title: One, evidence: seen }\n2: { title: Two <b>, evidence: inferred, note: a guess }\n",
  "src/double.ts": "export function double(n: number): number {\n  return 2 * n;\n}\n",
};

async function page(): Promise<string> {
  const report = await run(files);
  expect(problems(report)).toEqual([]);
  const { pages, problems: undrawn } = await render(report);
  expect(undrawn).toEqual([]);
  return pages.get("01-everything.html")!;
}

test("a chapter with everything in it has this <main>; its charts are left to their own tests", async () => {
  const main = (await page()).match(/<main[\s\S]*<\/main>/)![0].replace(/<svg[\s\S]*?<\/svg>/g, "<svg/>");
  await expect(main).toMatchFileSnapshot(join(fixtures, "01-everything.main.html.txt"));
}, 20_000);

test("the same chapter gives the same bytes", async () => {
  expect(await page()).toBe(await page());
});

test("what a chapter computes is escaped, and nothing of the page comes from outside it", async () => {
  const html = await page();
  expect(html).toContain("Base &lt;b&gt;");
  expect(html).toContain("&lt;i&gt;");
  expect(html).not.toMatch(/<(iframe|b>Base|script(?! src="live\.js" defer><\/script>))/);
  expect([...html.matchAll(/(?:src|<link[^>]*href)="([^"]*)"/g)].map((found) => found[1])).toEqual(["style.css"]);
});

test("every figure and heading has an id of its own, and no id stands twice", async () => {
  const ids = [...(await page()).matchAll(/ id="([^"]+)"/g)].map((found) => found[1]);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toEqual(expect.arrayContaining(["curve", "rows", "a-heading", "assumption-base", "source-adams1979"]));
});
