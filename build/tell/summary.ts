import { tally } from "../render/views.ts";
import type { Verification } from "./verification.ts";

/** `978 claims: 737 agree · 182 known discrepancies · 59 not computable; 3 numbers moved, 12 figures are drawn differently` */
export function summary({ report, findings, drifts }: Verification): string {
  const checks = report.chapters.flatMap(({ run }) => run?.checks ?? []);
  const broken = findings.filter(({ kind }) => kind === "could-not-run").length;
  const redrawn = drifts.filter(({ kind }) => kind === "redrawn").length;
  const moved = drifts.length - redrawn;
  return [
    `${counted(checks.length, "claim", "claims")}${checks.length > 0 ? `: ${tally(checks)}` : ""}`,
    ...(broken > 0 ? [`${counted(broken, "thing", "things")} could not run`] : []),
    ...(drifts.length > 0 ? [`${counted(moved, "number", "numbers")} moved, ${counted(redrawn, "figure is", "figures are")} drawn differently`] : []),
  ].join("; ");
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
