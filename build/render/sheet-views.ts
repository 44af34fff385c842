import { gatherAssumptions } from "../gather/assumptions.ts";
import { gatherChecks, gatherSlides, type GatheredCheck, type SpokenSlide } from "../gather/slides.ts";
import { gatherWorks, type UsedWork, type WorkUse } from "../gather/works.ts";
import type { Assumption } from "../glossary.ts";
import type { Report } from "../run/run-report.ts";
import { checkView } from "./check-view.ts";
import { slideHref } from "./sheet-list.ts";
import { link, tally, tallies } from "./views.ts";
import { rangeText, written } from "./written.ts";

/** The slides with the sections and the checks that speak of each. */
export function slidesView(report: Report): object {
  return { slides: gatherSlides(report).map((slide) => slideView(slide, report)) };
}

function slideView({ checks, sections, note, ...slide }: SpokenSlide, report: Report): object {
  return {
    ...slide,
    note: note ?? "",
    sections: sections.map((section) => ({ ...section, number: numberOf(report, section.chapter) })),
    tally: tally(checks.map(({ check }) => check)),
    checks: checks.map(viewOf(report)),
  };
}

/** All checks, by chapter, with what became of them on top. */
export function ledgerView(report: Report): object {
  const checks = gatherChecks(report.chapters);
  const chapters = report.chapters
    .map((chapter) => ({ ...link(chapter), name: chapter.name, counts: tallies(chapter.run!.checks), checks: checks.filter((one) => one.chapter === chapter).map(viewOf(report)) }))
    .filter((chapter) => chapter.checks.length > 0);
  return { chapters, counts: tallies(checks.map(({ check }) => check)), total: checks.length };
}

/** The works that are cited, with where; those that nothing cites stand apart. */
export function sourcesView(report: Report): object {
  const works = gatherWorks(report).sort((a, b) => a.short.localeCompare(b.short, "en"));
  return { works: works.filter(({ uses }) => uses.length > 0).map((work) => workView(work, report)), unused: works.filter(({ uses }) => uses.length === 0) };
}

function workView({ uses, ...work }: UsedWork, report: Report): object {
  const byChapter = report.chapters.map((chapter) => ({ ...link(chapter), sections: uses.filter(({ section }) => section.chapter === chapter.name).map(useView) }));
  return { ...work, chapters: byChapter.filter(({ sections }) => sections.length > 0) };
}

function useView({ section, places, checks }: WorkUse): object {
  const claims = checks === 0 ? [] : [checks === 1 ? "1 claim" : `${checks} claims`];
  return { ...section, said: [...(places.length > 0 ? [places.join("; ")] : []), ...claims].join(" · ") };
}

/** Everything that a reader may change, and the chapters that rest on it. */
export function assumptionsView(report: Report): object {
  return {
    assumptions: gatherAssumptions(report).map(({ assumption, chapter, users }) => ({
      ...assumption,
      standard: written(assumption.standard),
      set: assumption.overridden && written(assumption.value),
      unit: assumption.unit === "1" ? "" : assumption.unit,
      range: rangeText(assumption),
      source: sourceOf(assumption, report),
      chapter: link(chapter),
      users: users.map((user) => link(user)),
    })),
  };
}

/** The source of the value that stands: a changed one has what the scenario names. */
function sourceOf({ id, source, overridden }: Assumption, { scenario }: Report): string {
  const set = scenario?.settings.find((setting) => setting.id === id)?.source;
  return set ?? (overridden ? "" : (source ?? ""));
}

function viewOf({ slides }: Report): (gathered: GatheredCheck) => object {
  const listed = new Set(slides.map((slide) => slide.number));
  return ({ chapter, check, number }) => ({ ...checkView(check, chapter.name, number), slideHref: check.slide !== null && listed.has(check.slide) && slideHref(check.slide) });
}

function numberOf({ chapters }: Report, name: string): number {
  return chapters.find((chapter) => chapter.name === name)!.chapter!.number;
}
