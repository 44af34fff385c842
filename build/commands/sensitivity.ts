import { readChapters } from "../project.ts";
import { runReport, type Request } from "../run/run-report.ts";
import { analyse, type Sensitivity } from "../sensitivity/analyse.ts";
import { findValue } from "../sensitivity/find-value.ts";
import type { Drawing, Interval } from "../sensitivity/interval.ts";
import type { Bar, Choice } from "../sensitivity/tornado.ts";
import type { Point } from "../sensitivity/value-runs.ts";
import { show } from "../words/show.ts";
import { tellProblems } from "./problems.ts";

/** Says how a value hangs on what was assumed. Exit 0; 2 where it could not run. */
export async function sensitivity(request: Omit<Request, "wanted">, value: string, drawing: Drawing | null, format: "text" | "json"): Promise<number> {
  const files = readChapters(request.root);
  const target = findValue(files, value);
  const report = await runReport({ ...request, wanted: [target.chapter.name], tornados: false });
  if (tellProblems(report) > 0) return 2;
  const said = await analyse(request, files.flatMap(({ chapter }) => chapter ?? []), target, report, drawing);
  if (format === "json") console.log(JSON.stringify(said, null, 2));
  else for (const line of asText(said)) console.log(line);
  return 0;
}

function asText(said: Sensitivity): string[] {
  const written = writer(said.unit);
  return [
    `${said.name} (${said.chapter}), ${said.label}: ${written(said.point)}`,
    ...table(["over its range", "from", "to", "at from", "at to", "elasticity"], said.bars.map((bar) => barRow(bar, written))),
    ...table(["choice", "option", "value"], said.choices.flatMap((choice) => choiceRows(choice, written))),
    ...table(["not varied", "because"], said.notVaried.map(({ id, reason }) => [id, reason])),
    ...(said.interval ? intervalLines(said.interval, (value) => written({ value, outside: null, problem: null })) : []),
  ];
}

function barRow({ id, unit, range, low, high, elasticity, noElasticity }: Bar, written: (point: Point) => string): string[] {
  const end = (value: number): string => show(value, { unit }).text;
  return [range.kind === "allowed" ? `${id} (all that is allowed)` : id, end(range.low), end(range.high), written(low), written(high), elasticity === null ? `none: ${noElasticity}` : show(elasticity, { digits: 4 }).text];
}

function choiceRows({ id, at, options }: Choice, written: (point: Point) => string): string[][] {
  return options.map(({ option, ...point }, index) => [index === 0 ? id : "", option === at ? `${option} (as it is)` : option, written(point)]);
}

function intervalLines({ draws, seed, drawn, held, failed, problem, mean, deviation, quantiles }: Interval, written: (value: number) => string): string[] {
  return [
    "",
    `${draws} joint draws of ${drawn.join(", ")} (seed ${seed})${held.length > 0 ? `; held: ${held.join(", ")}` : ""}`,
    ...(failed > 0 ? [`${failed} of them have no value: ${problem}`] : []),
    `mean ${written(mean)}, standard deviation ${written(deviation)}`,
    ...Object.entries(quantiles).map(([share, value]) => `${show(Number(share), { unit: "%" }).text} below ${written(value)}`),
  ];
}

function writer(unit: string): (point: Point) => string {
  return ({ value, outside, problem }) => (value === null ? `none: ${problem}` : String(show(value, { unit, ...(outside && { outside }) })));
}

/** Columns under their heads, above them an empty line; nothing where there is no row. */
function table(heads: string[], rows: string[][]): string[] {
  if (rows.length === 0) return [];
  const widths = heads.map((_, column) => Math.max(...[heads, ...rows].map((row) => row[column]!.length)));
  return ["", ...[heads, ...rows].map((row) => row.map((cell, column) => cell.padEnd(widths[column]!)).join("  ").trimEnd())];
}
