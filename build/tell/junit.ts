import junit from "junit-report-builder";
import type { ReportedChapter } from "../run/run-report.ts";
import { line } from "./text.ts";
import type { Finding, Verification } from "./verification.ts";

/** JUnit XML: a suite for each chapter, a case for each claim and two for the chapter itself: that it runs, and that its numbers are as accepted. */
export function asJunit({ report, findings }: Verification): string {
  const builder = junit.newBuilder();
  const elsewhere = findings.filter(({ file }) => !report.chapters.some((chapter) => chapter.file === file));
  for (const chapter of report.chapters) addSuite(builder, chapter, findings.filter(({ file }) => file === chapter.file));
  if (elsewhere.length > 0) {
    const suite = builder.testSuite().name("the report");
    for (const finding of elsewhere) suite.testCase().className("report").name(line(finding)).error(finding.message, finding.kind, line(finding));
  }
  return builder.build().trimEnd();
}

function addSuite(builder: ReturnType<typeof junit.newBuilder>, { file, name, run }: ReportedChapter, findings: readonly Finding[]): void {
  const suite = builder.testSuite().name(file);
  const of = (kind: Finding["kind"]): Finding[] => findings.filter((finding) => finding.kind === kind);
  const runs = suite.testCase().className(name).name("the chapter runs").file(file);
  const broken = of("could-not-run");
  if (broken.length > 0) runs.error(line(broken[0]!), "could not run", broken.map(whole).join("\n\n"));
  const drifted = [...of("moved"), ...of("redrawn")];
  const locked = suite.testCase().className(name).name("its numbers and figures are as accepted").file(file);
  if (drifted.length > 0) locked.failure(line(drifted[0]!), "drift").stacktrace(drifted.map(line).join("\n"));
  for (const check of run?.checks ?? []) {
    const test = suite.testCase().className(name).name(`${check.claim} (line ${check.line})`).file(file);
    const wrong = of("disagrees").find((finding) => finding.check === check);
    if (wrong) test.failure(line(wrong), "disagrees").stacktrace(whole(wrong));
    else if (check.verdict === "not computable" || check.verdict === "not compared") test.skipped();
    else if (check.verdict === "known discrepancy") test.standardOutput(`known discrepancy (${check.category}): printed ${check.printed}, recomputed ${check.recomputed}: ${check.reason}`);
  }
}

function whole(finding: Finding): string {
  return [line(finding), finding.frame, ...finding.details].filter(Boolean).join("\n");
}
