import type { Change } from "./compare.ts";
import { changedKinds, factorText, nameText, placeText, titleOf, unchangedText, type Told } from "./text.ts";

/** The comparison as Markdown, for a pull request. */
export function comparisonMarkdown(told: Told): string[] {
  const { notes, comparison } = told;
  const { assumptions, conclusions } = comparison;
  return [
    `# ${escaped(titleOf(told))}`,
    "",
    ...notes.flatMap((note) => [`> ${escaped(note)}`, ""]),
    ...section("Assumptions", ["assumption", "old", "new", "unit"], assumptions.map(({ id, label, old, new: fresh, unit }) => [`\`${id}\` ${escaped(label)}`, `${old ?? "—"}`, `${fresh ?? "—"}`, unit === "1" ? "" : unit])),
    ...section("Conclusions that flip", ["conclusion", "old", "new", "where"], conclusions.map((change) => [escaped(nameText(change)), escaped(change.oldText), escaped(change.newText), placeText(change)])),
    ...changedKinds(comparison).flatMap((kind) => section(capital(kind.title), ["name", "old", "new", "factor", "where"], kind.changes.map(rowOf))),
    capital(`${unchangedText(comparison)}.`),
  ];
}

function rowOf(change: Change): string[] {
  return [nameText(change), change.oldText, change.newText, factorText(change.factor), placeText(change)].map(escaped);
}

function section(title: string, head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  if (rows.length === 0) return [];
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [`## ${title}`, "", line(head), line(head.map(() => "---")), ...rows.map(line), ""];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What Markdown would take for its own, and what would end a cell. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>|$]/g, "\\$&").replaceAll("\n", " ");
}
