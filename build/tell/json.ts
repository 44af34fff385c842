import { changesData } from "../gather/changes.ts";
import { extrapolatedOf } from "../gather/extrapolations.ts";
import { gatherChecks, gatherSlides } from "../gather/slides.ts";
import type { Check } from "../glossary.ts";
import { outcomes, type Verification } from "./verification.ts";

/** For programs: the outcome, the claims, the slides with the sections that speak of them, what could not run, and what drifted. `verification.schema.json` says its form. */
export function asJson(verification: Verification): string {
  const { report, outcome, findings, drifts } = verification;
  const checks = gatherChecks(report.chapters).map(({ chapter, check: { claim, slide, printed, value, recomputed, difference, rule, verdict, category, window, reason, source, outside, line, column } }) => ({
    chapter: chapter.name, file: chapter.file, line, column, claim, slide, source, printed, value: finite(value), recomputed, difference, rule, verdict, category, window, reason, outside,
  }));
  const slides = gatherSlides(report).map(({ number, title, sections }) => ({ slide: number, title, sections: sections.map(({ chapter, text, href }) => ({ chapter, section: text, href })) }));
  const outside = report.chapters.flatMap((chapter) => extrapolatedOf(chapter).map(({ text, line, column, outside: { decades, of } }) => ({ chapter: chapter.name, text, decades, of, line, column })));
  const told = findings.filter(({ kind }) => kind === "disagrees").map(({ file, line, column, subject, message, frame, inputs }) => ({ file, line, column, claim: subject, message, frame, inputs }));
  const problems = findings.filter(({ kind }) => kind === "could-not-run").map(({ file, line, column, message }) => ({ file, line, column, message }));
  const drift = drifts.map(({ size, ...one }) => ({ ...one, size: Number.isFinite(size) ? size : null }));
  return JSON.stringify({ outcome, exit: outcomes[outcome], ...changesData(report), checks, slides, outside, disagreements: told, problems, drift }, null, 2);
}

/** JSON has no NaN and no infinity: they are written as words. */
export function finite(value: Check["value"]): Check["value"] {
  return typeof value === "number" && !Number.isFinite(value) ? String(value) : value;
}
