import type { Token } from "markdown-it";
import type { Chapter, Run } from "../glossary.ts";
import { linksOf } from "../gather/links.ts";
import type { ExpressionMeta } from "../read/expression-rule.ts";
import type { MathematicsMeta } from "../read/mathematics-rule.ts";
import { mathematicsKey } from "../render/mathematics.ts";
import { References } from "../render/references.ts";
import { dependencyOrder, withImports } from "../run/order.ts";
import type { Report, ReportedChapter } from "../run/run-report.ts";
import { stepForm } from "../weave/step-form.ts";
import { weave } from "../weave/weave.ts";
import { pageScripts, chapterScript } from "./scripts.ts";
import type { LiveChapter } from "./page/scripts.ts";

/** The scripts of the site by file name: one for every page, those that come at the first change, and one for each chapter. */
export async function liveScripts(report: Report, root: string): Promise<Map<string, string>> {
  const forms = new Map<Chapter, string>();
  for (const chapter of dependencyOrder(report.chapters.map(({ chapter }) => chapter!)).order) forms.set(chapter, await stepForm(chapter, weave(chapter)));
  const scripts = await pageScripts();
  const references = new References(report.chapters, report.slides);
  for (const chapter of report.chapters) {
    const names = withImports([...forms.keys()], [chapter.name]);
    const needed = new Map([...forms].filter(([{ name }]) => names.has(name)));
    scripts.set(`live/${chapter.name}.js`, await chapterScript(root, needed, dataOf(chapter, report, names, references)));
  }
  return scripts;
}

function dataOf(reported: ReportedChapter, { chapters, works, runs, under: { overrides } }: Report, names: ReadonlySet<string>, references: References): Omit<LiveChapter, "steps"> {
  const needed = chapters.filter(({ name }) => names.has(name));
  const declared = new Set(needed.flatMap(({ run }) => run!.assumptions.map(({ id }) => id)));
  return {
    name: reported.name,
    number: reported.chapter!.number,
    works: Object.fromEntries(Object.values(works).map(({ key, short }) => [key, short])),
    runs: needed.some(({ run }) => run!.asksForRuns) ? runs : null,
    overrides: Object.fromEntries(Object.entries(overrides).filter(([id]) => declared.has(id))),
    fixed: Object.fromEntries(needed.map(({ name, run }) => [name, (run as Run).fixed])),
    mathematics: mathematicsOf(reported.chapter!.tokens),
    links: Object.fromEntries(linksOf(reported).map(({ href }) => [href, references.find(reported.name, href)!])),
  };
}

/** Mathematics with expressions in it, which a change may move. */
function mathematicsOf(tokens: readonly Token[]): MathematicsMeta[] {
  return tokens
    .flatMap((token) => [token, ...(token.children ?? [])])
    .filter(({ type }) => type === "mathematics" || type === "display")
    .map(({ meta }) => meta as MathematicsMeta)
    .filter((meta) => mathematicsKey(meta) !== "")
    .map(({ display, parts }) => ({ display, parts: parts.map((part) => (typeof part === "string" ? part : ({ id: part.id } as ExpressionMeta))) }));
}
