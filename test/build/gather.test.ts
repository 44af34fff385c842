/** What the pages beside the chapters gather, and where it leads: every link of theirs, and every link to them, has its target. */
import { expect, test } from "vitest";
import { gatherAssumptions } from "../../build/gather/assumptions.ts";
import { gatherSlides } from "../../build/gather/slides.ts";
import { gatherWorks } from "../../build/gather/works.ts";
import { render } from "../../build/render/render.ts";
import type { Report } from "../../build/run/run-report.ts";
import { relativeError } from "../src/relative.ts";
import { problems, run } from "./project.ts";

const files = {
  "chapters/slides.yaml": "1: { title: One, evidence: seen }\n2: { title: Two, evidence: inferred, note: a guess }\n3: { title: Three, evidence: evidenced }\n",
  "chapters/sources.yaml": "b2: { short: B 2, title: Laws, authors: B, year: 2002, url: https://example.org/b }\na1: { short: A 1, title: Rules, authors: A, year: 2001, url: https://example.org/a }\nc3: { short: C 3, title: Nothing, authors: C, year: 2003, url: https://example.org/c }\n",
  "chapters/01-one.md": `---
title: One
---
Before any heading: [](#slide-1) and \${cite("a1")}.

## First
\`\`\`ts
const from = (place: string) => cite("b2", place);
const chips = assume("chips", 1000, { unit: "chips", label: "Chips", min: 1, max: 1e9, source: from("Table 1") });
export const twice = (n: number) => 2 * n;
\`\`\`

## Second

\`\`\`ts
check("by rounding", 5.3703, printed("5.37"), { source: from("Table 2"), slide: 2 });
check("off by two", 102, printed("100"), { source: from("Table 2"), slide: 2, known: { category: "misprint", reason: "it is <so>", window: [101, 103], ratio: 1.02 } });
check("a fraction", 1 / 31, printed("1/29"), { source: "our own", slide: 9, known: { category: "misprint", reason: "so", window: [0, 1], ratio: 0.9355 } });
check("about", chips, about(1000, 0.1), { source: "our own" });
notComputable("nothing", { source: from("Table 3"), slide: 2, reason: "no data" });
table("t", \`A caption that cites \${from("Figure 4")}; [](#slide-1).\`, [{ x: "y", z: cite("a1", "page 5") }]);
\`\`\`
`,
  "chapters/02-two.md": `---\ntitle: Two\n---\n\`\`\`ts\nimport { twice } from "./01-one.md";\nexport const four = () => twice(2);\n\`\`\`\n`,
  "chapters/03-three.md": `---\ntitle: Three\n---\n\`\`\`ts\nimport { four } from "./02-two.md";\nfour();\n\`\`\`\n`,
  "chapters/04-four.md": "---\ntitle: Four\n---\nAlone, and [](#slide-1) is mentioned.\n",
};

const reported = async (): Promise<Report> => {
  const report = await run(files);
  expect(problems(report)).toEqual([]);
  return report;
};

test("a slide is spoken of where it is referred to and where a claim of it is checked, captions included", async () => {
  const slides = gatherSlides(await reported());
  expect(slides.map(({ number, sections, checks }) => [number, sections.map(({ href }) => href), checks.map((one) => one.number)])).toEqual([
    [1, ["01-one.html", "01-one.html#second", "04-four.html"], []],
    [2, ["01-one.html#second"], [1, 2, 5]],
    [3, [], []],
  ]);
});

test("a work is used where it is cited: by the section of the sentence, the check, the assumption, the table or the caption", async () => {
  const works = gatherWorks(await reported());
  expect(works.map(({ key, uses }) => [key, uses.map(({ section, places, checks }) => [section.text, places, checks])])).toEqual([
    ["b2", [["First", ["Table 1"], 0], ["Second", ["Table 2", "Table 3", "Figure 4"], 3]]],
    ["a1", [["One", [], 0], ["Second", ["page 5"], 0]]],
    ["c3", []],
  ]);
});

test("an assumption is used by the chapters that import its own, directly or not", async () => {
  const [chips] = gatherAssumptions(await reported());
  expect([chips!.assumption.id, chips!.chapter.name, chips!.users.map(({ name }) => name)]).toEqual(["chips", "01-one", ["02-two", "03-three"]]);
});

test("the ledger says how far apart print and computation are, as a share and in units of the last printed digit", async () => {
  const [rounded, off, fraction, near, nothing] = (await reported()).chapters[0]!.run!.checks.map(({ difference }) => difference);
  expect(relativeError(rounded!.digits!, 0.03)).toBeLessThan(1e-9);
  expect(relativeError(rounded!.relative!, 0.0003 / 5.37)).toBeLessThan(1e-9);
  expect(relativeError(off!.relative!, 0.02)).toBeLessThan(1e-9);
  expect(off!.digits).toBe(2);
  expect(relativeError(fraction!.digits!, 2)).toBeLessThan(1e-9);
  expect(near).toEqual({ relative: 0, digits: null });
  expect(nothing).toEqual({ relative: null, digits: null });
});

test("rows and checks, slides and sections, works and assumptions: every link has its target, and every claim its row", async () => {
  const { pages } = await render(await reported());
  const ids = new Map([...pages].map(([page, html]) => [page, new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!))]));
  const dead = [...pages].flatMap(([page, html]) =>
    [...html.matchAll(/ href="([^":]+)"/g)].map(([, href]) => href!).filter((href) => {
      const [target, id] = href.split("#") as [string, string?];
      return href !== "style.css" && !(id === undefined ? pages.has(target) : ids.get(target || page)?.has(id));
    }).map((href) => `${page}: ${href}`),
  );
  expect(dead).toEqual([]);
  expect(pages.get("ledger.html")).toContain('<tr id="01-one-2" class="known-discrepancy"><td><a href="slides.html#slide-2">2</a></td><th scope="row"><a href="01-one.html#check-2">off by two</a></th><td>B 2, Table 2</td><td>100</td><td>102</td><td>+2.0 %</td><td>+2.00</td><td><span class="verdict"><span class="mark" aria-hidden="true">≠</span> known discrepancy</span>: misprint. <span class="reason">it is &lt;so&gt;</span></td></tr>');
  expect(pages.get("ledger.html")).toContain("<td>9</td><th scope=\"row\"><a href=\"01-one.html#check-3\">a fraction</a></th><td>our own</td><td><small>expected</small> 1/29</td>");
  expect(pages.get("01-one.html")).toContain('<a class="verdict" href="ledger.html#01-one-2">known discrepancy</a>');
  expect(pages.get("assumptions.html")).toContain('<td class="numeric">1,000</td><td>chips</td><td>1 to 1×10⁹</td><td>B 2, Table 1</td>');
  expect(pages.get("sources.html")!.match(/<h2[^>]*>[^<]*/g)).toEqual(['<h2 id="work-a1-name">A 1', '<h2 id="work-b2-name">B 2', '<h2 id="unused">Listed and not cited']);
});

test("a changed assumption says what it was and what it is", async () => {
  const { pages } = await render(await run(files, { overrides: { chips: "2000" } }));
  expect(pages.get("assumptions.html")).toContain('<tr id="chips" class="changed">');
  expect(pages.get("assumptions.html")).toContain("1,000, set to 2,000");
});

test("a report without a list of slides has the other three pages", async () => {
  const { pages } = await render(await run({ "chapters/01-one.md": "---\ntitle: A\n---\nText.\n" }));
  expect([...pages.keys()].sort()).toEqual(["01-one.html", "assumptions.html", "index.html", "ledger.html", "sources.html"]);
});
