import type { Cell, Check, Output } from "../glossary.ts";
import type { Report, ReportedChapter } from "../run/run-report.ts";
import { show } from "../words/show.ts";
import { sentenceOf } from "./render.ts";

/** A chart as SVG in both widths. */
export interface Drawn {
  wide: string;
  narrow: string;
}

type Caption = (text: string) => string;

/** What a cell put on the page: neighbours of one kind stand together. */
export function cellGroups(cell: Cell, { run }: ReportedChapter, _: Report, names: ReadonlyMap<string, string>, charts: ReadonlyMap<string, Drawn>, caption: Caption): object[] {
  const groups: Record<string, unknown[] | object>[] = [];
  for (const output of run!.outputs) {
    if (output.cell !== cell.index) continue;
    const [kind, view] = viewOf(output, run!, names, charts, caption);
    const last = groups.at(-1);
    if (last && Array.isArray(last[kind])) last[kind].push(view);
    else groups.push({ assumptions: [], checks: [], figures: [], tables: [], [kind]: [view] });
    if (last && groups.at(-1) !== last) continue;
  }
  return groups;
}

function viewOf(output: Output, run: NonNullable<ReportedChapter["run"]>, names: ReadonlyMap<string, string>, charts: ReadonlyMap<string, Drawn>, caption: Caption): [string, object] {
  switch (output.kind) {
    case "assumption": {
      const assumption = run.assumptions.find(({ id }) => id === output.id)!;
      const { value, unit, min, max, options } = assumption;
      const written = typeof value === "number" ? show(value, { unit }).text : value;
      const range = options ? options.join(", ") : min !== null && max !== null ? `${show(min)} to ${show(max)}` : "";
      return ["assumptions", { ...assumption, written, range, source: assumption.source ?? "" }];
    }
    case "check":
      return ["checks", checkView(run.checks[output.check]!)];
    case "figure":
      return ["figures", { ...output, ...charts.get(output.id), name: names.get(output.id), caption: caption(output.caption) }];
    case "table":
      return ["tables", { ...output, name: names.get(output.id), caption: caption(output.caption), columns: output.columns.map(caption), rows: output.rows.map((row) => row.map((one) => ({ html: sentenceOf(one), numeric: one.exact !== null }))) }];
  }
}

/** The mark that goes with each verdict, so that no colour says it alone. */
const marks: Record<Check["verdict"], string> = { agrees: "✓", disagrees: "✗", "known discrepancy": "≠", "not computable": "–", "not compared": "○" };

export function checkView(check: Check): object {
  return { ...check, mark: marks[check.verdict], class: check.verdict.replaceAll(" ", "-"), compared: check.printed !== null, reason: check.reason ?? "", category: check.category ?? "" };
}
