import type { Assumption, Cell, Check, Output, Run, Sentence, Table } from "../glossary.ts";
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

export type Caption = (text: string) => string;

/** Outputs of one kind that follow one another; the other kinds are empty, as strict templates want them. */
type Group = Record<Kind, object[]> & { held: string };
type Kind = "agreeing" | "assumptions" | "checks" | "figures" | "tables";

/** What a cell put on the page, in its order: neighbours of one kind stand together. */
export function cellGroups(cell: Pick<Cell, "index">, run: Run, names: ReadonlyMap<string, string>, charts: ReadonlyMap<string, Drawn>, caption: Caption): Group[] {
  const groups: Group[] = [];
  for (const output of run.outputs) {
    if (output.cell !== cell.index) continue;
    const [kind, view] = viewOf(output, run, names, charts, caption);
    if (!groups.at(-1)?.[kind].length) groups.push({ agreeing: [], assumptions: [], checks: [], figures: [], held: "", tables: [] });
    if (output.kind === "check") groups.at(-1)!.held ||= String(output.check + 1);
    groups.at(-1)![kind].push(view);
  }
  return groups.map(fold);
}

/** More agreeing claims than this are summed up in a line that opens; all others stand open. */
const fewAgreeing = 4;

function fold(group: Group): Group {
  const agreeing = group.checks.filter((check) => (check as Check).verdict === "agrees");
  return agreeing.length > fewAgreeing ? { ...group, agreeing, checks: group.checks.filter((check) => !agreeing.includes(check)) } : group;
}

/** The view of an assumption, as the chapter that declares it shows it. */
export function assumptionWritten({ value, unit }: Pick<Assumption, "value" | "unit">): string {
  return typeof value === "number" ? show(value, { unit }).text : value;
}

function viewOf(output: Output, run: Run, names: ReadonlyMap<string, string>, charts: ReadonlyMap<string, Drawn>, caption: Caption): [Kind, object] {
  switch (output.kind) {
    case "assumption": {
      const assumption = run.assumptions.find(({ id }) => id === output.id)!;
      return ["assumptions", { ...assumption, written: assumptionWritten(assumption), range: rangeText(assumption), source: (!assumption.overridden && assumption.source) || "" }];
    }
    case "check":
      return ["checks", checkView(run.checks[output.check]!, run.chapter, output.check + 1)];
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
