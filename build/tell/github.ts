import type { Finding, Verification } from "./verification.ts";
import { summary } from "./summary.ts";

/** GitHub shows ten annotations of a step and drops the rest, so the tenth says how many more there are. */
const shown = 10;

/** Workflow commands of GitHub Actions, worst first, and a line that sums up. */
export function asGithub(verification: Verification): string {
  const { findings } = verification;
  const more = findings.length - shown;
  const commands = findings.slice(0, shown).map((finding, index) => command(finding, index === shown - 1 && more > 0 ? `\n… and ${more} more: the summary of this step lists all` : ""));
  return [...commands, summary(verification)].join("\n");
}

function command({ kind, file, line, column, subject, message, details, frame }: Finding, more: string): string {
  const level = kind === "moved" || kind === "redrawn" ? "warning" : "error";
  const properties = Object.entries({ title: subject || kind, file, line: String(line), col: String(column) }).map(([name, value]) => `${name}=${escaped(value).replaceAll(":", "%3A").replaceAll(",", "%2C")}`);
  const text = [message, ...details, ...(frame ? [frame] : [])].join("\n") + more;
  return `::${level} ${properties.join(",")}::${escaped(text)}`;
}

function escaped(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
