import { existsSync, readFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import { csvFormatRow, csvParseRows } from "d3-dsv";
import type { GivenRuns, TrainingRun } from "./glossary.ts";
import { didYouMean, Problem, UsageProblem } from "./problem.ts";

const columns = ["N", "D", "C", "loss"] as const;
type Column = (typeof columns)[number];

/** A field of a file of runs and where it begins. */
interface Field {
  text: string;
  line: number;
  column: number;
}

/**
 * Real training runs from a CSV whose head names N, D or C, and loss; other columns are left alone.
 * The compute C gives the tokens as D = C/6N.
 */
export function readRuns(root: string, file: string): GivenRuns {
  const path = resolve(root, file);
  if (!existsSync(path)) throw new UsageProblem(`--runs ${file}: there is no such file`);
  const [head, ...rows] = placed(readFileSync(path, "utf8").replace(/^\uFEFF/, ""));
  const names = (head ?? []).map(({ text }) => text.trim());
  const missing = missingColumn(names);
  if (missing) throw new Problem(file, { line: 1, column: 1 }, missing);
  if (rows.length === 0) throw new Problem(file, { line: 2, column: 1 }, "there is no run in this file");
  return { origin: basename(file), rows: rows.map((row) => runOf(file, names, row)) };
}

function missingColumn(names: readonly string[]): string | undefined {
  const wanted = ["N", names.includes("C") ? "C" : "D", "loss"];
  const missing = wanted.find((name) => !names.includes(name));
  return missing && `a file of runs has the columns N, D (or C, the compute) and loss, by these names: there is no ${missing}${missing === "loss" ? didYouMean(missing, names) : ""}`;
}

function runOf(file: string, names: readonly string[], row: readonly Field[]): TrainingRun {
  const read = (name: Column): number => {
    const end = row.at(-1)!;
    const { text, ...at } = row[names.indexOf(name)] ?? { text: "", line: end.line, column: end.column + end.text.length };
    const value = Number(text);
    if (!text.trim()) throw new Problem(file, at, `${name} is a number above zero, and this is empty`);
    if (!(Number.isFinite(value) && value > 0)) throw new Problem(file, at, `${name} is a number above zero: ${text.trim()}`);
    return value;
  };
  const N = read("N");
  return { N, D: names.includes("D") ? read("D") : read("C") / (6 * N), loss: read("loss") };
}

/** The rows with their places. A field begins behind those before it, written as the library writes them; empty lines are no rows. */
function placed(text: string): Field[][] {
  let line = 1;
  const rows: Field[][] = [];
  for (const row of csvParseRows(text)) {
    const fields = row.map((field, index) => ({ text: field, line, column: index === 0 ? 1 : csvFormatRow(row.slice(0, index)).length + 2 }));
    if (row.some((field) => field.trim() !== "")) rows.push(fields);
    line += 1 + row.join("").split("\n").length - 1;
  }
  return rows;
}
