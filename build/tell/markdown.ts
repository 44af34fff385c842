import { tally } from "../render/views.ts";
import { summary } from "./summary.ts";
import type { Finding, Outcome, Verification } from "./verification.ts";

/** A step summary may be a mebibyte: of what drifted this many are listed, the rest counted. */
const listed = 400;

const heading: Record<Outcome, string> = { agrees: "✓ Every claim agrees or is known not to", disagrees: "✗ A claim disagrees", "could not run": "✗ The report could not run", drifted: "~ Something drifted" };

/** For the summary of a CI step, or a comment: all findings, the chapters, and the known discrepancies folded. */
export function asMarkdown(verification: Verification): string {
  const { report, outcome, findings, known, notes } = verification;
  const of = (...kinds: Finding["kind"][]): Finding[] => findings.filter(({ kind }) => kinds.includes(kind));
  const drifted = of("moved", "redrawn");
  return [
    `## ${heading[outcome]}`,
    escaped(summary(verification)),
    ...notes.map(escaped),
    ...section("Could not run", of("could-not-run").map(item)),
    ...section("Disagrees, worst first", of("disagrees").map(item)),
    ...section("Drifted, largest first", drifted.slice(0, listed).map(item)),
    ...(drifted.length > listed ? [`… and ${drifted.length - listed} more that drifted.`] : []),
    table(["chapter", "claims", "verdicts"], report.chapters.map(({ name, run, problems }) => [name, String(run?.checks.length ?? 0), problems.length > 0 ? "could not run" : tally(run!.checks) || "no claims"])),
    ...(known.length > 0 ? [`<details><summary>${known.length} known ${known.length === 1 ? "discrepancy" : "discrepancies"}</summary>`, table(["place", "claim", "printed", "recomputed", "reason"], known.map(({ file, line, check }) => [`${file}:${line}`, check!.claim, check!.printed!, check!.recomputed!, `${check!.category}: ${check!.reason}`])), "</details>"] : []),
  ].join("\n\n") + "\n";
}

function section(title: string, items: readonly string[]): string[] {
  return items.length > 0 ? [`### ${title} (${items.length})`, items.join("\n")] : [];
}

function item({ file, line, column, subject, message, details, frame }: Finding): string {
  const more = [...(frame ? [frame] : []), ...details];
  const fence = "`".repeat(Math.max(3, ...[...more.join("\n").matchAll(/`+/g)].map(([ticks]) => ticks.length + 1)));
  const block = more.length > 0 ? `\n\n${[fence, ...more.join("\n").split("\n"), fence].map((one) => `  ${one}`).join("\n")}\n` : "";
  return `- \`${file}:${line}:${column}\` ${subject ? `**${escaped(subject)}**: ` : ""}${escaped(message)}${block}`;
}

function table(heads: readonly string[], rows: readonly string[][]): string {
  const row = (cells: readonly string[]): string => `| ${cells.map((cell) => escaped(cell)).join(" | ")} |`;
  return [row(heads), `|${heads.map(() => "---").join("|")}|`, ...rows.map(row)].join("\n");
}

/** What Markdown would read as its own stands as it is. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>|#~$]/g, "\\$&").replace(/\s+/g, " ");
}
