/** What a verification found, before anybody says it in the language of a CI. */
import { gatherChecks } from "../gather/slides.ts";
import { InputReader, type Inputs } from "../gather/inputs.ts";
import type { Check, Place, ProblemReport } from "../glossary.ts";
import { bySize, type Drift } from "../lock/drift.ts";
import type { Report, ReportedChapter } from "../run/run-report.ts";
import { outsideText } from "../words/outside.ts";
import { codeFrame } from "./code-frame.ts";

/** The outcome, which is the exit code too: whoever could not run has not agreed, and a wrong number outweighs one that moved. */
export const outcomes = { agrees: 0, disagrees: 1, "could not run": 2, drifted: 3 } as const;
export type Outcome = keyof typeof outcomes;

export interface Verification {
  report: Report;
  outcome: Outcome;
  /** Worst first: what could not run, what disagrees by how much, what drifted by how much. */
  findings: Finding[];
  /** Discrepancies that are known, each at its claim. */
  known: Finding[];
  drifts: Drift[];
  /** What a reader of the outcome should know besides. */
  notes: string[];
}

export type Kind = "could-not-run" | "disagrees" | "known-discrepancy" | "moved" | "redrawn";

/** One thing that somebody should look at, at its place in the Markdown. */
export interface Finding extends Place {
  kind: Kind;
  file: string;
  /** What it is about: a claim, the name of a number, or nothing. */
  subject: string;
  /** One sentence: what was wanted and what was found. */
  message: string;
  /** Further lines: how far off, by what rule, made of what. */
  details: string[];
  /** The lines of the chapter around it, with the place marked. */
  frame: string;
  check: Check | null;
  inputs: Inputs | null;
}

export interface Found {
  faults: readonly ProblemReport[];
  drifts: readonly Drift[];
  notes: string[];
}

/** Gathers what was found and orders it. */
export function verification(report: Report, { faults, drifts, notes }: Found): Verification {
  const reader = new InputReader(report.used);
  const lines = new Map(report.used.map(({ file, chapter }) => [file, chapter?.lines]));
  const framed = (finding: Omit<Finding, "frame">): Finding => ({ ...finding, frame: codeFrame(lines.get(finding.file), finding) });
  const checks = gatherChecks(report.chapters);
  const problems = distinct([...report.chapters.flatMap((chapter) => chapter.problems), ...faults]).map(problemFinding);
  const wrong = checks.filter(({ check }) => check.verdict === "disagrees").sort((a, b) => distance(b.check) - distance(a.check));
  const known = checks.filter(({ check }) => check.verdict === "known discrepancy");
  const sorted = bySize(drifts);
  return {
    report,
    outcome: problems.length > 0 ? "could not run" : wrong.length > 0 ? "disagrees" : sorted.length > 0 ? "drifted" : "agrees",
    findings: [...problems, ...wrong.map(({ chapter, check }) => checkFinding("disagrees", chapter, check, reader)), ...sorted.map(driftFinding)].map(framed),
    known: known.map(({ chapter, check }) => framed(checkFinding("known-discrepancy", chapter, check, reader))),
    drifts: sorted,
    notes,
  };
}

function problemFinding({ file, line, column, message }: ProblemReport): Omit<Finding, "frame"> {
  return { kind: "could-not-run", file, line, column, subject: "", message, details: [], check: null, inputs: null };
}

function checkFinding(kind: Kind, chapter: ReportedChapter, check: Check, reader: InputReader): Omit<Finding, "frame"> {
  const { line, column, claim, printed, recomputed, reason, outside } = check;
  const remarks = [...(outside ? [outsideText(outside)] : []), ...(reason ? [reason] : [])];
  const inputs = reader.of(chapter, check);
  const message = `printed ${printed}, recomputed ${recomputed}${remarks.length > 0 ? ` (${remarks.join("; ")})` : ""}`;
  return { kind, file: chapter.file, line, column, subject: claim, message, details: detailsOf(check, inputs), check, inputs };
}

function driftFinding({ kind, file, line, column, name, said }: Drift): Omit<Finding, "frame"> {
  return { kind: kind === "redrawn" ? "redrawn" : "moved", file, line, column, subject: name, message: said, details: [], check: null, inputs: null };
}

function detailsOf({ value, difference, rule, source, slide, window }: Check, inputs: Inputs | null): string[] {
  const { relative, digits } = difference;
  const away = [...(relative === null ? [] : [`${signed(100 * relative)} %`]), ...(digits === null ? [] : [`${signed(digits)} units of the last printed digit`])];
  return [
    `source: ${source}${slide !== null && !source.endsWith(`slide ${slide}`) ? `, slide ${slide}` : ""}`,
    `value: ${String(value)}${away.length > 0 ? `, off by ${away.join(", ")}` : ""}`,
    `agrees if it ${rule}${window ? `; known between ${window[0]} and ${window[1]}` : ""}`,
    ...(inputs ? inputLines(inputs) : []),
  ];
}

function inputLines({ expression, names, assumptions }: Inputs): string[] {
  return [
    `checked: ${expression}`,
    ...names.map(({ name, is, line }) => `  ${name} = ${is} (line ${line})`),
    ...(assumptions.length > 0 ? [`rests on: ${assumptions.map(({ id, value, unit }) => `${id} = ${value}${unit === "1" ? "" : ` ${unit}`}`).join(", ")}`] : []),
  ];
}

function signed(value: number): string {
  return `${value < 0 ? "−" : "+"}${Number(Math.abs(value).toPrecision(3))}`;
}

/** How wrong a claim is: its factor from the print; what is no number, or of the other sign, is as wrong as can be. */
function distance({ difference: { relative } }: Check): number {
  return relative === null || relative <= -1 ? Number.POSITIVE_INFINITY : Math.abs(Math.log1p(relative));
}

/** The same problem of two chapters is said once. */
function distinct(problems: readonly ProblemReport[]): ProblemReport[] {
  return [...new Map(problems.map((one) => [JSON.stringify([one.file, one.line, one.column, one.message]), one])).values()];
}
