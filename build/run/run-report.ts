import type { Assumption, Chapter, GivenRuns, Overrides, ProblemReport, Run, Slide, Source } from "../glossary.ts";
import { didYouMean, Problem, UsageProblem } from "../problem.ts";
import { findChapters, readChapters, type ChapterFile } from "../project.ts";
import { readRuns } from "../runs.ts";
import { readSlides } from "../slides.ts";
import { typeProblems } from "../types.ts";
import { runForm } from "../weave/run-form.ts";
import { weave } from "../weave/weave.ts";
import { readOverride } from "../words/override.ts";
import { readWorks } from "../works.ts";
import { bundleChapters } from "./bundle.ts";
import { cardOf } from "./card.ts";
import { compareRuns } from "./compare-runs.ts";
import type { Job, Limits } from "./messages.ts";
import { dependencyOrder, withImports } from "./order.ts";
import { reachOf, type Reach } from "./reach.ts";
import { Runner } from "./runner.ts";
import { wholeProblems } from "./whole.ts";

export interface Request {
  /** The project's folder, with `chapters/` in it. */
  root: string;
  /** The chapters that are asked for; all, if none is named. What they import is run with them. */
  wanted: readonly string[];
  overrides: Overrides;
  /** A file of training runs to fit instead of the simulated ones. */
  runs?: string | undefined;
  limits: Limits;
  /** Learn what each assumption reaches, for pages that answer. */
  reaching?: boolean;
  /** Called as each chapter has run. */
  progress?: (chapter: ReportedChapter) => void;
}

/** A chapter of a report: what was read, how it ran, and all that is wrong with it. */
export interface ReportedChapter extends ChapterFile {
  run: Run | null;
}

export interface Report {
  /** The chapters that were asked for, in the order of the report. */
  chapters: ReportedChapter[];
  /** All chapters were asked for. */
  whole: boolean;
  /** What the chapters that were run but not asked for assume. */
  assumptions: Assumption[];
  works: Record<string, Source>;
  slides: Slide[];
  overrides: Overrides;
  /** The training runs that were given, where some were. */
  runs: GivenRuns | null;
  /** What each assumption reaches, where that was asked for and the chapters ran. */
  reach: Reach | null;
}

/** Reads, weaves, types and runs: everything the program does is a use of what this returns. */
export async function runReport({ root, wanted, overrides, runs: runsFile, limits, reaching = false, progress }: Request): Promise<Report> {
  const files = readChapters(root);
  const asked = findChapters(files, wanted);
  const [works, slides, runs] = [readWorks(root), readSlides(root), runsFile === undefined ? null : readRuns(root, runsFile)];
  const names = withImports(chaptersOf(files), asked.map(({ name }) => name));
  const used: ReportedChapter[] = files.filter(({ name }) => names.has(name)).map((file) => ({ ...file, run: null }));
  const runner = await prepare(root, used, { works, runs, limits });
  const changes = { overrides, withRuns: runs !== null };
  const changed = Object.keys(overrides).length > 0 || changes.withRuns;
  let reach: Reach | null = null;
  try {
    const base = await runAll(used, runner, { overrides: {}, withRuns: false }, changed ? undefined : progress);
    if (changed && used.every(({ problems }) => problems.length === 0)) {
      validate(overrides, [...base.values()], files);
      if (runs && ![...base.values()].some(({ asksForRuns }) => asksForRuns)) throw new UsageProblem(`--runs ${runsFile}: no chapter that was asked for fits training runs`);
      const moved = [...(Object.keys(overrides).length > 0 ? ["assumptions"] : []), ...(runs ? ["training runs"] : [])].join(" and ");
      compareAll(used, base, await runAll(used, runner, changes, progress), moved);
    }
    if (reaching && used.every(({ problems }) => problems.length === 0)) reach = await reachIn(used, changes, runner);
  } finally {
    runner.close();
  }
  for (const problem of wholeProblems(used, slides, used.length === files.length)) noteAt(used, problem);
  const chapters = used.filter(({ name }) => wanted.length === 0 || asked.some((one) => one.name === name));
  return { chapters, assumptions: used.flatMap(({ run }) => run?.assumptions ?? []), works, slides, overrides, runs, reach, whole: wanted.length === 0 };
}

function reachIn(used: readonly ReportedChapter[], around: Omit<Job, "chapter">, runner: Runner): Promise<Reach> {
  const read = chaptersOf(used);
  return reachOf(used.map(({ name }) => ({ name, needs: withImports(read, [name]) })), new Map(used.map(({ name, run }) => [name, run!])), around, runner);
}

function compareAll(used: readonly ReportedChapter[], base: ReadonlyMap<string, Run>, changed: ReadonlyMap<string, Run>, moved: string): void {
  for (const chapter of used) {
    const run = changed.get(chapter.name);
    chapter.run = run ? compareRuns(run, base.get(chapter.name)!, moved) : null;
  }
}

/** Weaves, type-checks and bundles; the runner that comes of it runs each chapter under any overrides. What is wrong with a chapter is noted on it; the others go on. */
export async function prepare(root: string, used: readonly ReportedChapter[], { works, runs, limits }: Pick<Report, "works" | "runs"> & Pick<Request, "limits">): Promise<Runner> {
  const sound = (): (ReportedChapter & { chapter: Chapter })[] => used.filter((one): one is ReportedChapter & { chapter: Chapter } => one.chapter !== null && one.problems.length === 0);
  const woven = new Map(sound().map(({ chapter }) => [chapter, weave(chapter)]));
  const forms = new Map<Chapter, string>();
  await Promise.all(sound().map((one) => note(one, async () => forms.set(one.chapter, await runForm(one.chapter, woven.get(one.chapter)!)))));
  for (const problem of dependencyOrder(chaptersOf(used)).problems) noteAt(used, problem);
  for (const problem of await typeProblems(root, new Map(sound().map(({ chapter }) => [chapter, woven.get(chapter)!])))) noteTyped(used, problem);
  const { bundle, problems } = await bundleChapters(root, new Map(sound().map(({ chapter }) => [chapter, forms.get(chapter)!])));
  for (const one of used) one.problems.push(...(problems.get(one.name) ?? []));
  const cards = Object.fromEntries(chaptersOf(used).map((chapter) => [chapter.name, cardOf(chapter)]));
  const short = Object.fromEntries(Object.values(works).map((work) => [work.key, work.short]));
  return new Runner({ root, bundle, cards, works: short, runs, failed: {}, limits });
}

async function note(one: ReportedChapter, step: () => Promise<unknown>): Promise<void> {
  try {
    await step();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    one.problems.push(error.report);
  }
}

function noteAt(used: readonly ReportedChapter[], problem: ProblemReport): void {
  used.find(({ file }) => file === problem.file)?.problems.push(problem);
}

/** A name that a broken chapter would have exported is no error of the chapter that imports it. */
function noteTyped(used: readonly ReportedChapter[], problem: ProblemReport): void {
  const broken = used.filter(({ problems }) => problems.length > 0);
  if (broken.some(({ name }) => problem.message.includes(`${name}.md`))) return;
  if (used.some(({ file }) => file === problem.file)) noteAt(used, problem);
  else for (const one of used) if (one.chapter?.imports.some(({ from }) => from.startsWith("../src/"))) one.problems.push(problem);
}

function chaptersOf(files: readonly ChapterFile[]): Chapter[] {
  return files.flatMap(({ chapter }) => chapter ?? []);
}

/** Every chapter after those it imports; one that fails is known to those that need it. */
async function runAll(used: readonly ReportedChapter[], runner: Runner, changes: Omit<Job, "chapter">, progress: Request["progress"]): Promise<Map<string, Run>> {
  const runs = new Map<string, Run>();
  for (const one of used) {
    const [problem] = one.problems;
    if (problem) runner.markFailed(one.name, `${problem.file}:${problem.line}:${problem.column}`);
  }
  for (const chapter of dependencyOrder(chaptersOf(used)).order) {
    const one = used.find(({ name }) => name === chapter.name)!;
    if (one.problems.length === 0) {
      const outcome = await runner.run({ chapter: one.name, ...changes });
      if ("run" in outcome) {
        one.run = outcome.run;
        one.problems.push(...outcome.run.problems);
        runs.set(one.name, outcome.run);
      } else {
        one.problems.push({ file: one.file, line: outcome.line, column: 1, message: outcome.stopped });
        runner.markFailed(one.name, `${one.file}:${outcome.line}:1`);
      }
    }
    progress?.(one);
  }
  return runs;
}

function validate(overrides: Overrides, runs: readonly Run[], files: readonly ChapterFile[]): void {
  const assumptions = runs.flatMap((run) => run.assumptions);
  for (const [id, text] of Object.entries(overrides)) {
    const assumption = assumptions.find((one) => one.id === id);
    if (!assumption) {
      const all = runs.length === files.length ? "" : " in these chapters or those they import";
      throw new UsageProblem(`there is no assumption ${id}${all}${didYouMean(id, assumptions.map((one) => one.id))}`);
    }
    const read = readOverride(assumption, text);
    if ("wrong" in read) throw new UsageProblem(`--set ${id}=${text}: ${read.wrong}`);
  }
}
