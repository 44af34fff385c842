import type { Log, ReportingDescriptor, Result } from "sarif";
import { line } from "./text.ts";
import { outcomes, type Finding, type Kind, type Verification } from "./verification.ts";

/** SARIF 2.1.0, for code scanning: known discrepancies are results that are suppressed, with their reason. */
export function asSarif({ outcome, findings, known }: Verification): string {
  const log: Log = {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "pretraining-report", rules: Object.entries(rules).map(([id, { level, text }]): ReportingDescriptor => ({ id, name: nameOf(id), shortDescription: { text }, defaultConfiguration: { level } })) } },
        invocations: [{ executionSuccessful: outcome !== "could not run", exitCode: outcomes[outcome] }],
        columnKind: "utf16CodeUnits",
        results: [...findings, ...known].map(result),
      },
    ],
  };
  return JSON.stringify(log, null, 2);
}

/** All that can be found, said on a clean run too. */
const rules: Record<Kind, { level: "error" | "warning" | "note"; text: string }> = {
  "could-not-run": { level: "error", text: "A chapter could not be read or run, or a number is typed that a cell could compute." },
  disagrees: { level: "error", text: "A claim does not agree with its source at the printed digits, or a known discrepancy is no longer what was declared." },
  "known-discrepancy": { level: "note", text: "A claim is known to differ from its source, for a reason that is given." },
  moved: { level: "warning", text: "A number is not as it was accepted." },
  redrawn: { level: "warning", text: "A figure is drawn differently, though its numbers are as they were accepted." },
};

const order = Object.keys(rules);

function result(finding: Finding): Result {
  const { kind, file, line: startLine, column: startColumn, details, frame, check } = finding;
  return {
    ruleId: kind,
    ruleIndex: order.indexOf(kind),
    level: rules[kind].level,
    message: { text: [line(finding), ...details].join("\n") },
    locations: [{ physicalLocation: { artifactLocation: { uri: file, uriBaseId: "%SRCROOT%" }, region: { startLine, startColumn, ...(frame && { snippet: { text: frame } }) } } }],
    partialFingerprints: { "subject/v1": `${kind}:${file}:${finding.subject || finding.message}` },
    ...(kind === "known-discrepancy" && { suppressions: [{ kind: "inSource", status: "accepted", justification: `${check!.category}: ${check!.reason}` }] }),
  };
}

/** `could-not-run` → `CouldNotRun` */
function nameOf(id: string): string {
  return id.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
}
