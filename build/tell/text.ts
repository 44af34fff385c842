import { summary } from "./summary.ts";
import type { Finding, Verification } from "./verification.ts";

/** More than this of what drifted is counted, not listed: the other formats list all. */
const listed = 20;

/** For a terminal: each finding at its place, a chapter's own lines come before, as each has run. */
export function asText(verification: Verification): string {
  const { findings, notes } = verification;
  const wrong = findings.filter(({ kind }) => kind === "disagrees");
  const drifted = findings.filter(({ kind }) => kind === "moved" || kind === "redrawn");
  const more = drifted.length > listed ? [`… and ${drifted.length - listed} more that drifted (--format json lists all)`] : [];
  return [...wrong.map(block), ...drifted.slice(0, listed).map(line), ...more, ...notes, summary(verification)].join("\n");
}

/** `chapters/04-kaplan.md:31:1: claim: printed 5.37, recomputed 5.40` */
export function line({ file, line, column, subject, message }: Finding): string {
  return `${file}:${line}:${column}: ${subject ? `${subject}: ` : ""}${message}`;
}

function block(finding: Finding): string {
  return [line(finding), finding.frame, ...finding.details.map((detail) => `  ${detail}`), ""].join("\n");
}
