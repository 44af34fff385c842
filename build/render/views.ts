import type { Check, Verdict } from "../glossary.ts";
import { extrapolatedOf } from "../gather/extrapolations.ts";
import type { Report, ReportedChapter } from "../run/run-report.ts";
import { headings } from "../read/headings.ts";
import { isOutside, range } from "../words/override.ts";
import { liveView } from "./live-view.ts";
import { sheetList } from "./sheet-list.ts";

/** What the templates of whole pages are given. */
export function pageView(reported: ReportedChapter, report: Report, body: string): object {
  const index = report.chapters.indexOf(reported);
  const { title, slides, summary } = reported.chapter!.front;
  return {
    ...frame(report),
    title,
    summary,
    slides: slidesText(slides),
    number: reported.chapter!.number,
    body,
    contents: headings(reported.chapter!.tokens).filter(({ level }) => level === 2),
    tally: tally(reported.run!.checks),
    extrapolated: extrapolatedOf(reported).length,
    sources: [...new Set(reported.run!.cites.map(({ key }) => key))].map((key) => report.works[key]),
    previous: link(report.chapters[index - 1]) ?? false,
    next: link(report.chapters[index + 1]) ?? false,
    source: reported.file,
    live: liveView(reported, report),
  };
}

export function contentsView(report: Report): object {
  const checks = report.chapters.flatMap(({ run }) => run!.checks);
  return {
    ...frame(report),
    title: "Contents",
    chapters: report.chapters.map((one) => ({ ...link(one), summary: one.chapter!.front.summary, slides: slidesText(one.chapter!.front.slides), tally: tally(one.run!.checks) })),
    tally: tally(checks),
    checks: checks.length,
    figures: report.chapters.flatMap(({ run }) => run!.outputs).filter(({ kind }) => kind === "figure").length,
  };
}

/** What stands on every page: the chapters, the pages beside them, and what has been changed. */
export function frame({ chapters, slides, assumptions, scenario, runs, reach }: Report): object {
  const overridden = assumptions.filter((one) => one.overridden);
  return {
    chapters: chapters.map((one) => link(one)),
    sheets: sheetList(slides),
    scenario: scenario ?? false,
    overridden,
    forced: assumptions.filter(isOutside).map((one) => ({ ...one, range: range(one) })),
    runs: runs?.origin ?? "",
    answers: reach !== null,
    changed: overridden.length > 0 || runs !== null,
  };
}

/** A chapter as lists of chapters name it. */
export function link(reported: ReportedChapter | undefined): { href: string; number: number; title: string } | undefined {
  return reported && { href: `${reported.name}.html`, number: reported.chapter!.number, title: reported.chapter!.front.title };
}

const order: readonly Verdict[] = ["agrees", "disagrees", "known discrepancy", "not computable", "not compared"];
const plural: Record<Verdict, [one: string, many: string]> = {
  agrees: ["agrees", "agree"],
  disagrees: ["disagrees", "disagree"],
  "known discrepancy": ["known discrepancy", "known discrepancies"],
  "not computable": ["not computable", "not computable"],
  "not compared": ["not compared", "not compared"],
};

/** `41 agree · 6 known discrepancies` */
export function tally(checks: readonly Check[]): string {
  return tallies(checks)
    .filter(({ count }) => count > 0)
    .map(({ count, verdict }) => `${count} ${plural[verdict][count === 1 ? 0 : 1]}`)
    .join(" · ");
}

/** How many checks have each of the verdicts, in their order. */
export function tallies(checks: readonly Check[]): { verdict: Verdict; count: number }[] {
  return order.map((verdict) => ({ verdict, count: checks.filter((check) => check.verdict === verdict).length }));
}

/** `slides 6 to 8`, `slides 9 and 10`, `slide 16`, `slides 3, 5` */
function slidesText(slides: readonly number[]): string {
  if (slides.length === 0) return "";
  if (slides.length === 1) return `slide ${slides[0]}`;
  if (slides.length === 2) return `slides ${slides[0]} and ${slides[1]}`;
  const run = slides.every((slide, index) => slide === slides[0]! + index);
  return run ? `slides ${slides[0]} to ${slides.at(-1)}` : `slides ${slides.join(", ")}`;
}
