import { appendFileSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { changesText } from "../gather/changes.ts";
import { lint } from "../lint/lint.ts";
import { driftOf } from "../lock/drift.ts";
import { heldReport, type HeldReport } from "../lock/held-report.ts";
import { redrawn } from "../lock/redrawn.ts";
import type { Request } from "../run/run-report.ts";
import { formats, type Format } from "../tell/formats.ts";
import { outcomes, verification, type Found, type Verification } from "../tell/verification.ts";
import { line } from "./line.ts";
import { sayProblems } from "./problems.ts";

/** In which languages the outcome is told: one on standard output, and any number in files. */
export interface Telling {
  format: Format;
  outputs: readonly { format: Format; file: string }[];
}

/**
 * Holds every claim against its source, and every number against what was accepted. Exit 0 if all agree or are known not
 * to, 1 if one disagrees, 2 if one could not run or a number is typed, 3 if only something drifted; whatever the format.
 */
export async function verify(request: Request, { format, outputs }: Telling): Promise<number> {
  const found = await verified({ ...request, ...(format === "text" && { progress: (chapter) => console.log(line(chapter)) }) });
  console.log(formats[format](found));
  for (const output of outputs) writeTo(resolve(request.root, output.file), formats[output.format](found));
  tellGithub(format, found);
  sayProblems(found);
  return outcomes[found.outcome];
}

/** Runs the report, and judges it. */
export async function verified(request: Request): Promise<Verification> {
  return judged(await heldReport(request));
}

/** A report that has run, looked at from all sides. */
export async function judged(held: HeldReport): Promise<Verification> {
  const { drifts, notes } = await drifted(held);
  return verification(held.report, { faults: lint(held.report), drifts, notes: [...changesText(held.report), ...notes] });
}

/** Under other assumptions everything moves, so nothing is compared with what was accepted. */
async function drifted({ report: { chapters, assumptions, runs, whole }, locks }: HeldReport): Promise<Pick<Found, "drifts" | "notes">> {
  if (assumptions.some(({ overridden }) => overridden) || runs) return { drifts: [], notes: [] };
  if (!locks) return { drifts: [], notes: ["nothing was accepted yet, so nothing can drift: npm run report -- accept --reason \"…\" begins a lock"] };
  const sound = chapters.filter(({ problems }) => problems.length === 0);
  const drifts = [];
  for (const chapter of sound) drifts.push(...driftOf(chapter, locks.get(chapter.name)), ...(await redrawn(chapter, locks.get(chapter.name))));
  const gone = whole ? [...locks.keys()].filter((name) => !chapters.some((chapter) => chapter.name === name)) : [];
  return { drifts, notes: gone.map((name) => `${name} was accepted and is no chapter any more: the next accept forgets it`) };
}

function writeTo(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${text}\n`);
}

/** In a step of GitHub Actions the annotations are few, so the whole is put in the summary of the step. */
function tellGithub(format: Format, found: Verification): void {
  const file = process.env.GITHUB_STEP_SUMMARY;
  if (format === "github" && file) appendFileSync(file, `${formats.markdown(found)}\n`);
}
