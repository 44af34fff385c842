/** A number outside the fitted range of its law, from the chapter to the page, the command line and JSON. */
import { describe, expect, test } from "vitest";
import { render } from "../../build/render/render.ts";
import { problems, project, report, run } from "./project.ts";

const chapter = `---
title: A law and its answers
values:
  near: { unit: "1", outside: nearFar }
  beyond: { unit: "1", outside: beyondFar }
  plain: { unit: "1" }
---
The near is \${show(near, { outside: nearFar })}, the far \${show(beyond, { unit: "parameters", outside: beyondFar })}, both \${\`\${show(beyond, { outside: beyondFar })}\`}.

\`\`\`ts
export const near = 3;
export const beyond = 2300 * 1e6;
export const plain = 1;
export const nearFar = { decades: 0, of: "A & B 2020" };
export const beyondFar = { decades: 0.84, of: "A & B 2020" };
table("rows", "Rows.", [{ a: show(7, { outside: beyondFar }), b: show(8) }]);
check("claimed", beyond, printed("2.3e9"), { source: "arithmetic", outside: beyondFar });
check("wrong", beyond, printed("2.4e9"), { source: "arithmetic", outside: beyondFar });
\`\`\`
`;
const files = { "chapters/01-law.md": chapter };
const slow = { timeout: 60_000 };
const far = { decades: 0.84, of: "A & B 2020" };

test("on a page it wears a mark that is seen and heard, in the text, in tables and where it is checked; the page says what it means", async () => {
  const whole = await run(files);
  expect(problems(whole)).toEqual([]);
  const html = (await render(whole)).pages.get("01-law.html")!;
  const mark = '<sup class="far"><span aria-hidden="true">↗0.8</span><span class="spoken"> (0.8 decades outside the fitted range)</span></sup>';
  expect(html).toContain('<span class="number" title="3">3</span>');
  expect(html).toContain(`<span class="number" title="2300000000: 0.8 decades outside the fitted range of A &amp; B 2020">2.30B\u00a0parameters${mark}</span>`);
  expect(html.replace(/<[^>]*>/g, "")).toContain("both 2.30×10⁹ (0.8 decades outside the fitted range).");
  expect(html).toContain(`>7${mark}</span></td><td class="numeric"><span class="number" title="8">8</span></td>`);
  expect(html).toContain(`recomputed <b>2.3e9</b>${mark}</span>`);
  expect(html).toMatch(/beyond them wears a mark: [^]* Numbers so marked on this page: 4\./);
});

test("a page without one says nothing of marks", async () => {
  const whole = await run({ "chapters/01-law.md": chapter.replaceAll("0.84", "0") });
  expect((await render(whole)).pages.get("01-law.html")!).not.toMatch(/wears a mark|class="far"|outside the fitted range/);
});

describe("on the command line", () => {
  test("verify counts them, and says it of a claim that disagrees", slow, async () => {
    const { code, out } = await report(project(files), "verify");
    expect(code).toBe(1);
    expect(out).toContain("1 agrees · 1 disagrees · 4 numbers outside the fitted range\n");
    expect(out).toContain("wrong: printed 2.4e9, recomputed 2.3e9 (0.8 decades outside the fitted range)\n");
  });

  test("verify's JSON lists them with their places, and each claim has its own", slow, async () => {
    const said = JSON.parse((await report(project(files), "verify", "--format", "json")).out) as { outside: { line: number }[]; checks: { outside?: object }[] };
    expect(said.outside[0]).toEqual({ chapter: "01-law", text: "2.30B\u00a0parameters", ...far, line: 8, column: chapter.split("\n")[7]!.indexOf("show(beyond") + 1 });
    expect(said.outside.map(({ line }) => line)).toEqual([8, 16, 17, 18]);
    expect(said.checks.map(({ outside }) => outside)).toEqual([far, far]);
  });

  test("values tells which exported numbers are extrapolations, as their chapter computes it", slow, async () => {
    const { outside } = JSON.parse((await report(project(files), "values", "01")).out) as { outside: object };
    expect(outside).toEqual({ beyond: far });
  });
});
