import { makeBadge } from "badge-maker";
import type { Report } from "../run/run-report.ts";
import { tally } from "./views.ts";

/** A badge with the counts of the verdicts: `claims | 741 agree · 183 known discrepancies`. */
export function drawBadge({ chapters }: Pick<Report, "chapters">): string {
  const checks = chapters.flatMap(({ run }) => run!.checks);
  const judged = checks.filter(({ verdict }) => verdict !== "not computable");
  const color = judged.every(({ verdict }) => verdict === "agrees" || verdict === "known discrepancy") ? "brightgreen" : judged.some(({ verdict }) => verdict === "disagrees") ? "red" : "lightgrey";
  return makeBadge({ label: "claims", message: tally(judged) || "none", color });
}
