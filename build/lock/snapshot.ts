import { createHash } from "node:crypto";
import type { Figure, Place, Sentence, Table } from "../glossary.ts";
import type { ReportedChapter } from "../run/run-report.ts";

/** What a report says under one name, such as `value kaplanN` or `figure iso-flop: data.values[].loss`: its numbers in their order. */
export type Leaf = number | string | boolean | null;

/** The same, with the place in the chapter that it comes from. */
export interface Taken extends Place {
  is: readonly Leaf[];
  unit: string;
}

/**
 * Every number a chapter gives its readers, by name: exported values, claims, numbers in sentences and tables, the data of
 * figures. What else a figure is made of is one digest, its layout.
 */
export function snapshot({ chapter, run }: ReportedChapter): Map<string, Taken> {
  const taken = new Map<string, Taken>();
  const take = (name: string, is: readonly Leaf[], { line, column }: Place, unit = ""): void => {
    const before = taken.get(name);
    taken.set(name, { is: [...(before?.is ?? []), ...is], line: before?.line ?? line, column: before?.column ?? column, unit });
  };
  const exports = new Map(chapter!.exports.map((one) => [one.name, one]));
  const units = chapter!.front.values;
  for (const [name, value] of Object.entries(run!.values)) {
    for (const [path, leaves] of columns(value)) take(`value ${name}${path}`, leaves, exports.get(name) ?? start, units[name]?.unit);
  }
  for (const check of run!.checks) take(`claim ${check.claim}`, [leaf(check.value)], check);
  for (const { id, pieces } of chapter!.expressions) {
    const leaves = run!.sentences[id] ? numberIn(run!.sentences[id]) : [];
    if (leaves.length > 0) take(`number ${pieces.map(({ code }) => code.trim()).join(" ")}`, leaves, pieces[0]!);
  }
  for (const output of run!.outputs) {
    if (output.kind === "table") for (const [column, leaves] of columnsOfTable(output)) take(`table ${output.id}: ${column}`, leaves, output);
    if (output.kind === "figure") for (const [column, leaves] of columnsOfFigure(output)) take(`figure ${output.id}: ${column}`, leaves, output);
  }
  return taken;
}

const start: Place = { line: 1, column: 1 };

/** The name of what is locked of a figure besides its numbers. */
export const layoutOf = "layout";

function columnsOfFigure({ spec }: Figure): Map<string, Leaf[]> {
  const data = new Map<string, Leaf[]>();
  const layout: [path: string, leaves: Leaf[]][] = [];
  for (const [path, leaves] of columns(spec)) {
    const numbers = /(^|\.)(data|datasets|datum|domain)\b/.test(path) ? leaves.filter(isNumber) : [];
    if (numbers.length > 0) data.set(path.replace(/^\./, ""), numbers);
    layout.push([path, leaves.map((one) => (isNumber(one) ? (numbers.length > 0 ? 0 : Number(one.toPrecision(5))) : one))]);
  }
  return data.set(layoutOf, [createHash("sha256").update(JSON.stringify(layout)).digest("hex").slice(0, 16)]);
}

function columnsOfTable({ columns: heads, rows }: Table): Map<string, Leaf[]> {
  return new Map(heads.map((head, index) => [head, rows.flatMap((row) => numberIn(row[index]!))] as const).filter(([, leaves]) => leaves.length > 0));
}

function numberIn({ exact }: Sentence): Leaf[] {
  return exact === null ? [] : [leaf(Number(exact))];
}

/** The leaves of a value by the path that leads to them, `.curve[].loss`: what stands in the same column of a list is one entry. */
function columns(value: unknown, path = "", found = new Map<string, Leaf[]>()): Map<string, Leaf[]> {
  if (Array.isArray(value)) for (const one of value) columns(one, `${path}[]`, found);
  else if (typeof value === "object" && value !== null) for (const [key, one] of Object.entries(value)) columns(one, `${path}.${key}`, found);
  else if (value !== undefined) found.set(path, found.get(path) ?? []).get(path)!.push(leaf(value as Leaf));
  return found;
}

/** Fourteen digits are two more than are compared; NaN and the infinities are words, as JSON has none. */
function leaf(value: Leaf): Leaf {
  if (!isNumber(value)) return value;
  return Number.isFinite(value) ? Number(value.toPrecision(14)) : String(value);
}

function isNumber(one: Leaf): one is number {
  return typeof one === "number";
}
