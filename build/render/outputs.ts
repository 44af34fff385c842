import type { Assumption, Output, Run, Sentence, Table } from "../glossary.ts";
import { isWords } from "../words/sentence.ts";
import { show } from "../words/show.ts";
import { checkView } from "./check-view.ts";
import { sentenceOf } from "./sentence.ts";
import { rangeText } from "./written.ts";

/** A chart as SVG in both widths. */
export interface Drawn {
  wide: string;
  narrow: string;
}

/** What pages show of a run. */
type Shown = Pick<Run, "chapter" | "assumptions" | "checks" | "outputs">;

export type Caption = (text: string) => string;

/** Outputs of one kind that follow one another; the other kinds are empty, as strict templates want them. */
type Group = Record<Kind, object[]> & { held: string };
type Kind = "agreeing" | "assumptions" | "checks" | "figures" | "tables";

/** What a cell put on the page, in its order: neighbours of one kind stand together. */
export function cellGroups(cell: number, run: Shown, names: ReadonlyMap<string, string>, charts: ReadonlyMap<string, Drawn>, caption: Caption): Group[] {
  return neighbours(cell, run).map((outputs) => {
    const claims = outputs.filter(isClaim);
    if (claims.length > 0) return claimsView(claims, run);
    const views = outputs.filter((output) => !isClaim(output)).map((output) => viewOf(output, run, names, charts, caption));
    return { ...empty, [views[0]![0]]: views.map(([, view]) => view) };
  });
}

/** The groups of claims among them. */
export function claimGroups(cell: number, run: Shown): Group[] {
  return neighbours(cell, run).map((outputs) => outputs.filter(isClaim)).filter((claims) => claims.length > 0).map((claims) => claimsView(claims, run));
}

function neighbours(cell: number, { outputs }: Shown): Output[][] {
  const groups: Output[][] = [];
  for (const output of outputs.filter((one) => one.cell === cell)) {
    if (groups.at(-1)?.[0]!.kind === output.kind) groups.at(-1)!.push(output);
    else groups.push([output]);
  }
  return groups;
}

type Claim = Extract<Output, { kind: "check" }>;

function isClaim(output: Output): output is Claim {
  return output.kind === "check";
}

const empty: Group = { agreeing: [], assumptions: [], checks: [], figures: [], held: "", tables: [] };

/** More agreeing claims than this are summed up in a line that opens; all others stand open. */
const fewAgreeing = 4;

/** A group of claims; the number of the first names it. */
function claimsView(claims: readonly Claim[], run: Shown): Group {
  const views = claims.map(({ check }) => ({ check: run.checks[check]!, view: checkView(run.checks[check]!, run.chapter, check + 1) }));
  const [agreeing, others] = [views.filter(({ check }) => check.verdict === "agrees"), views.filter(({ check }) => check.verdict !== "agrees")];
  const folds = agreeing.length > fewAgreeing;
  return { ...empty, held: String(claims[0]!.check + 1), agreeing: folds ? agreeing.map(({ view }) => view) : [], checks: (folds ? others : views).map(({ view }) => view) };
}

/** The view of an assumption, as the chapter that declares it shows it. */
export function assumptionWritten({ value, unit }: Pick<Assumption, "value" | "unit">): string {
  return typeof value === "number" ? show(value, { unit }).text : value;
}

function viewOf(output: Exclude<Output, Claim>, run: Shown, names: ReadonlyMap<string, string>, charts: ReadonlyMap<string, Drawn>, caption: Caption): [Kind, object] {
  switch (output.kind) {
    case "assumption": {
      const assumption = run.assumptions.find(({ id }) => id === output.id)!;
      return ["assumptions", { ...assumption, written: assumptionWritten(assumption), range: rangeText(assumption), source: (!assumption.overridden && assumption.source) || "" }];
    }
    case "figure":
      return ["figures", { ...output, ...charts.get(output.id), name: names.get(output.id), caption: caption(output.caption) }];
    case "table":
      return ["tables", tableView(output, names.get(output.id)!, caption)];
  }
}

/** A cell of a table is drawn by `cell`: as its sentence stands, unless said otherwise. */
export function tableView({ id, caption: text, columns, rows }: Table, name: string, caption: Caption, cell = (one: Sentence, _row: number, _column: number): string => cellText(one, caption)): object {
  return {
    id,
    name,
    caption: caption(text),
    columns: columns.map((column) => ({ html: caption(column), spoken: column.includes("$") && column.replaceAll("$", "") })),
    rows: rows.map((row, index) => row.map((one, column) => ({ html: cell(one, index, column), numeric: one.exact !== null }))),
  };
}

/** What stands in a cell of a table: words are Markdown, as a caption is. */
export function cellText(one: Sentence, caption: Caption): string {
  return isWords(one) ? caption(one.text) : sentenceOf(one);
}
