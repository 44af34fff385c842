import type { Chapter, Run, Sentence } from "../../build/glossary.ts";
import type { ExpressionMeta } from "../../build/read/expression-rule.ts";
import type { MathematicsMeta } from "../../build/read/mathematics-rule.ts";
import { captions, linkRule } from "../../build/render/captions.ts";
import { drawMathematics, mathematicsKey } from "../../build/render/mathematics.ts";
import { References } from "../../build/render/references.ts";
import { tally } from "../../build/render/views.ts";
import type { Report } from "../../build/run/run-report.ts";
import { outsideMark } from "../../build/words/outside.ts";
import { isWords } from "../../build/words/sentence.ts";

/** What a page shows under a setting, by what is shown and its place: text, or HTML whose text it is. */
export type Shown = Record<string, { text: string } | { html: string }>;

/** What a run in Node says that the page must show. */
export function expectedOf(run: Run, chapter: Chapter, report: Report): Shown {
  const shown: Shown = { tally: { text: tally(run.checks) } };
  const inline = chapter.tokens.flatMap(({ children }) => children ?? []);
  for (const { meta } of inline.filter(({ type }) => type === "expression")) {
    const { id } = meta as ExpressionMeta;
    shown[`sentence ${id}`] = { text: written(run.sentences[id!]!) };
  }
  const formulas = [...chapter.tokens, ...inline].filter(({ type }) => type === "display" || type === "mathematics").map(({ meta }) => meta as MathematicsMeta);
  for (const meta of formulas.filter((one) => mathematicsKey(one) !== "")) shown[`formula ${mathematicsKey(meta)}`] = { html: drawMathematics(meta, run.sentences) };
  return { ...shown, ...outputsOf(run, report), ...claimsOf(run) };
}

function outputsOf(run: Run, report: Report): Shown {
  const references = new References(report.chapters, report.slides);
  const caption = captions((meta) => drawMathematics(meta, run.sentences), linkRule((href) => references.find(run.chapter, href)!));
  const shown: Shown = {};
  for (const output of run.outputs) {
    if (output.kind === "figure" && output.sensitivityOf === undefined) {
      shown[`caption ${output.id}`] = { html: caption(output.caption) };
      shown[`picture ${output.id}`] = { text: output.says };
    }
    if (output.kind !== "table") continue;
    shown[`caption ${output.id}`] = { html: caption(output.caption) };
    output.rows.forEach((row, index) => row.forEach((cell, column) => (shown[`table ${output.id} ${index} ${column}`] = isWords(cell) ? { html: caption(cell.text) } : { text: written(cell) })));
  }
  return shown;
}

/** As a page shows it, with its mark where it lies outside the runs of its law. */
function written({ text, outside }: Sentence): string {
  return outside ? `${text}${outsideMark(outside)}` : text;
}

function claimsOf({ checks }: Run): Shown {
  return Object.fromEntries(checks.flatMap(({ claim, printed, recomputed, verdict }, index) => [
    [`claim ${index + 1}`, { text: claim }],
    [`verdict ${index + 1}`, { text: verdict }],
    [`numbers ${index + 1}`, { text: [printed, recomputed].filter((one) => one !== null).join(" / ") }],
  ]));
}
