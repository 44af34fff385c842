import { show } from "../words/show.ts";
import type { Change, Comparison } from "./compare.ts";
import { kinds, type Kind } from "./facts.ts";

/** What each kind of fact is called, one and many. */
export const kindNames: Record<Kind, [one: string, many: string]> = {
  value: ["value", "values"],
  sentence: ["number or word in a sentence", "numbers and words in sentences"],
  table: ["number or word in a table", "numbers and words in tables"],
  check: ["check", "checks"],
  figure: ["figure", "figures"],
};

/** What is told of two reports, whatever the format. */
export interface Told {
  names: [old: string, fresh: string];
  /** What is to be said before any number: scenarios, and what was forced. */
  notes: readonly string[];
  comparison: Comparison;
}

export function titleOf({ names }: Told): string {
  return names.join(" → ");
}

/** The comparison as lines of text: what was assumed, what flips, what moved by kind and size, and how much did not. */
export function comparisonText(told: Told): string[] {
  const { assumptions, conclusions } = told.comparison;
  return [
    titleOf(told),
    ...told.notes,
    "",
    ...block("assumptions", assumptions.map(({ id, old, new: fresh, unit }) => `${id}: ${old ?? "—"} → ${fresh ?? "—"}${unit === "1" ? "" : ` ${unit}`}`)),
    ...block("conclusions that flip", conclusions.map(changeText)),
    ...changedKinds(told.comparison).flatMap(({ title, changes }) => block(title, changes.map(changeText))),
    unchangedText(told.comparison),
  ];
}

/** The changes of each kind that has some, under their count. */
export function changedKinds({ changes }: Comparison): { kind: Kind; title: string; changes: Change[] }[] {
  return kinds
    .map((kind) => ({ kind, changes: changes.filter((change) => change.kind === kind) }))
    .filter((one) => one.changes.length > 0)
    .map((one) => ({ ...one, title: `${count(one.changes.length, one.kind)} changed` }));
}

/** `unchanged: 12 values, 340 numbers and words in sentences, …`, or that nothing changed at all. */
export function unchangedText({ assumptions, conclusions, changes, unchanged }: Comparison): string {
  const counts = kinds.filter((kind) => unchanged[kind] > 0).map((kind) => count(unchanged[kind], kind));
  const nothing = assumptions.length + conclusions.length + changes.length === 0;
  return `${nothing ? "nothing changed" : "unchanged"}: ${counts.join(", ") || "nothing"}`;
}

/** `×1.25`, with as many digits as it takes to tell it from one; nothing where there is no factor. */
export function factorText(factor: number | null): string {
  if (factor === null) return "";
  const digits = Math.ceil(-Math.log10(Math.abs(factor - 1))) + 2;
  return `×${show(factor, { digits: Math.min(17, Math.max(3, digits)) }).text}`;
}

/** What a change is called, its label beside its name. */
export function nameText({ name, label }: Pick<Change, "name" | "label">): string {
  return label ? `${name} (${label})` : name;
}

export function placeText({ file, line, column }: Pick<Change, "file" | "line" | "column">): string {
  return `${file}:${line}:${column}`;
}

function count(amount: number, kind: Kind): string {
  return `${show(amount).text} ${kindNames[kind][amount === 1 ? 0 : 1]}`;
}

function block(title: string, lines: readonly string[]): string[] {
  return lines.length > 0 ? [title, ...lines.map((line) => `  ${line}`), ""] : [];
}

function changeText(change: Change): string {
  const said = change.kind === "figure" ? "drawn otherwise" : `${change.oldText} → ${change.newText}`;
  const factor = factorText(change.factor);
  return `${nameText(change)}: ${said}${factor && ` ${factor}`}  ${placeText(change)}`;
}
