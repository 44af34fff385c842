import type { Cell, Check, Output, Table } from "../glossary.ts";
import type { ReportedChapter } from "../run/run-report.ts";
import { isWords } from "../words/sentence.ts";
import { show } from "../words/show.ts";
import { checkView } from "./check-view.ts";
import { sentenceOf } from "./sentence.ts";
import { rangeText } from "./sheet-views.ts";

/** A chart as SVG in both widths. */
export interface Drawn {
  wide: string;
  narrow: string;
}

type Caption = (text: string) => string;

/** Outputs of one kind that follow one another; the other kinds are empty, as strict templates want them. */
type Group = Record<Kind, object[]>;
type Kind = "agreeing" | "assumptions" | "checks" | "figures" | "tables";

/** What a cell put on the page, in its order: neighbours of one kind stand together. */
export function cellGroups(cell: Cell, { run }: ReportedChapter, names: ReadonlyMap<string, string>, charts: ReadonlyMap<string, Drawn>, caption: Caption): Group[] {
  const groups: Group[] = [];
  for (const output of run!.outputs) {
    if (output.cell !== cell.index) continue;
    const [kind, view] = viewOf(output, run!, names, charts, caption);
    if (!groups.at(-1)?.[kind].length) groups.push({ agreeing: [], assumptions: [], checks: [], figures: [], tables: [] });
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

function viewOf(output: Output, run: NonNullable<ReportedChapter["run"]>, names: ReadonlyMap<string, string>, charts: ReadonlyMap<string, Drawn>, caption: Caption): [Kind, object] {
  switch (output.kind) {
    case "assumption": {
      const assumption = run.assumptions.find(({ id }) => id === output.id)!;
      const { value, unit } = assumption;
      const written = typeof value === "number" ? show(value, { unit }).text : value;
      return ["assumptions", { ...assumption, written, range: rangeText(assumption), source: (!assumption.overridden && assumption.source) || "" }];
    }
    case "check":
      return ["checks", checkView(run.checks[output.check]!, run.chapter, output.check + 1)];
    case "figure":
      return ["figures", { ...output, ...charts.get(output.id), name: names.get(output.id), caption: caption(output.caption) }];
    case "table":
      return ["tables", tableView(output, names.get(output.id)!, caption)];
  }
}

function tableView({ id, caption: text, columns, rows }: Table, name: string, caption: Caption): object {
  return {
    id,
    name,
    caption: caption(text),
    columns: columns.map((column) => ({ html: caption(column), spoken: column.includes("$") && column.replaceAll("$", "") })),
    rows: rows.map((row) => row.map((one) => ({ html: isWords(one) ? caption(one.text) : sentenceOf(one), numeric: one.exact !== null }))),
  };
}
