import type { Token } from "markdown-it";
import type { Cell, ProblemReport } from "../glossary.ts";
import type { ExpressionMeta } from "../read/expression-rule.ts";
import { chapterMarkdown } from "../read/markdown.ts";
import { headings } from "../read/headings.ts";
import type { MathematicsMeta } from "../read/mathematics-rule.ts";
import type { Report, ReportedChapter } from "../run/run-report.ts";
import { captions, linkRule } from "./captions.ts";
import { drawChart } from "./chart.ts";
import { highlight, type Piece } from "./highlight.ts";
import { drawMathematics, mathematicsKey } from "./mathematics.ts";
import { cellGroups, type Drawn } from "./outputs.ts";
import { numbered, References } from "./references.ts";
import { drawSheets } from "./sheets.ts";
import { sentenceOf } from "./sentence.ts";
import { contentsView, pageView } from "./views.ts";
import { fill } from "./templates.ts";

/** The pages of a report by file name, or what kept one from being drawn. */
export interface Rendered {
  pages: Map<string, string>;
  problems: ProblemReport[];
}

/** A page for each chapter, one of contents, and those beside them. */
export async function render(report: Report): Promise<Rendered> {
  const references = new References(report.chapters, report.slides);
  const pages = new Map([["index.html", fill("contents", contentsView(report))], ...drawSheets(report)]);
  const problems: ProblemReport[] = [];
  for (const chapter of report.chapters) {
    const pictures = await drawPictures(chapter, problems);
    if (problems.length > 0) continue;
    const body = renderBody(chapter, references, pictures, problems);
    pages.set(`${chapter.name}.html`, fill("page", pageView(chapter, report, body)));
  }
  return { pages, problems };
}

/** What takes time and is drawn first: charts by id, code by token. */
interface Pictures {
  charts: Map<string, Drawn>;
  code: Map<Token, Piece[][]>;
}

async function drawPictures({ chapter, run, file }: ReportedChapter, problems: ProblemReport[]): Promise<Pictures> {
  const charts = new Map<string, Drawn>();
  for (const output of run!.outputs) {
    if (output.kind !== "figure") continue;
    try {
      charts.set(output.id, { wide: await drawChart(output, "wide"), narrow: await drawChart(output, "narrow") });
    } catch (error) {
      problems.push({ file, line: output.line, column: output.column, message: `the figure ${output.id} cannot be drawn: ${(error as Error).message}` });
    }
  }
  const code = new Map<Token, Piece[][]>();
  for (const token of chapter!.tokens) if (token.type === "fence") code.set(token, await highlight(token.content));
  return { charts, code };
}

function renderBody(reported: ReportedChapter, references: References, pictures: Pictures, problems: ProblemReport[]): string {
  const { name, file } = reported;
  const chapter = reported.chapter!;
  const run = reported.run!;
  const names = numbered(chapter, run);
  const ids = new Map(headings(chapter.tokens).map(({ token, id }) => [token, id]));
  const md = chapterMarkdown();
  const { rules } = md.renderer;
  let line = 1;
  const mathematics = (meta: MathematicsMeta): string => {
    try {
      return fill(meta.display ? "display" : "mathematics", { key: mathematicsKey(meta), mathml: drawMathematics(meta, run.sentences) });
    } catch (error) {
      problems.push({ file, line, column: 1, message: `this mathematics cannot be drawn: ${(error as Error).message.split("\n")[0]}` });
      return "";
    }
  };
  const link = linkRule((href) => references.find(name, href)!);
  const caption = captions(mathematics, link);

  rules.expression = (tokens, index) => {
    const id = (tokens[index]!.meta as ExpressionMeta).id!;
    return fill("expression", { id, html: sentenceOf(run.sentences[id]) });
  };
  rules.mathematics = rules.display = (tokens, index) => mathematics(tokens[index]!.meta as MathematicsMeta);
  rules.table_open = () => fill("prose-table-open", {});
  rules.table_close = () => fill("prose-table-close", {});
  rules.heading_open = (tokens, index, options, _, self) => {
    tokens[index]!.attrSet("id", ids.get(tokens[index]!)!);
    return self.renderToken(tokens, index, options);
  };
  rules.th_open = rules.td_open = (tokens, index, options, _, self) => {
    alignByClass(tokens[index]!);
    return self.renderToken(tokens, index, options);
  };
  rules.link_open = link;
  rules.fence = (tokens, index) => {
    const token = tokens[index]!;
    const lines = pictures.code.get(token)!;
    const cell = (token.meta as { cell?: Cell } | null)?.cell;
    if (!cell) return fill("code", { lines, plain: !token.info.startsWith("ts"), text: token.content });
    return fill("cell", { ...foldedView(cell), lines, groups: cellGroups(cell.index, run, names, pictures.charts, caption) });
  };
  return chapter.tokens.reduce((html, block, index) => {
    if (block.map) line = block.map[0] + 1;
    return html + renderToken(md, chapter.tokens, index);
  }, "");
}

/** One block token, with the children of an inline one. */
function renderToken(md: ReturnType<typeof chapterMarkdown>, tokens: Token[], index: number): string {
  const token = tokens[index]!;
  if (token.type === "inline") return md.renderer.renderInline(token.children!, md.options, {});
  const rule = md.renderer.rules[token.type];
  return rule ? rule(tokens, index, md.options, {}, md.renderer) : md.renderer.renderToken(tokens, index, md.options);
}

/** Columns that are set to a side: the page allows no styles of single elements. */
function alignByClass(token: Token): void {
  const side = /^text-align:(\w+)$/.exec(String(token.attrGet("style") ?? ""))?.[1];
  if (side === undefined) return;
  token.attrs = token.attrs!.filter(([name]) => name !== "style");
  token.attrSet("class", side);
}

/** A folded cell is summed up by its first comment. */
function foldedView({ folded, code }: Cell): { folded: boolean; summary: string } {
  const comment = /^\s*\/\/\s*(.+)/.exec(code)?.[1] ?? "Code";
  return { folded, summary: comment };
}
