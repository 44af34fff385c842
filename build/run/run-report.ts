import type { Assumption, Chapter, GivenRuns, Overrides, ProblemReport, Run, Scenario, Slide, Source } from "../glossary.ts";
import { Problem, UsageProblem } from "../problem.ts";
import { findChapters, readChapters, type ChapterFile } from "../project.ts";
import { readRuns } from "../runs.ts";
import { readScenario } from "../scenario.ts";
import { readSlides } from "../slides.ts";
import { typeProblems } from "../types.ts";
import { runForm } from "../weave/run-form.ts";
import { weave } from "../weave/weave.ts";
import { readWorks } from "../works.ts";
import { bundleChapters } from "./bundle.ts";
import { cardOf } from "./card.ts";
import { compareRuns } from "./compare-runs.ts";
import type { Job, Limits } from "./messages.ts";
import { checkChanges } from "./check-changes.ts";
import { dependencyOrder, withImports } from "./order.ts";
import { reachOf, type Reach } from "./reach.ts";
import { Runner } from "./runner.ts";
import { drawTornados } from "../sensitivity/draw-tornados.ts";
import { wholeProblems } from "./whole.ts";

/** What is changed about a report before it is run. */
export interface Changes {
  /** Win over those of the scenario. */
  overrides: Overrides;
  /** The name or the file of a scenario. */
  scenario?: string | undefined;
  /** Takes numbers that lie outside the range of their assumption. */
  force?: boolean | undefined;
}

export interface Request extends Changes {
  /** The project's folder, with `chapters/` in it. */
  root: string;
  /** The chapters that are asked for; all, if none is named. What they import is run with them. */
  wanted: readonly string[];
  /** A file of training runs to fit instead of the simulated ones. */
  runs?: string | undefined;
  limits: Limits;
  /** Whether the charts of sensitivities are drawn; only pages show them. */
  tornados?: boolean;
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
  /** Those, and the chapters that they import. */
  used: ReportedChapter[];
  /** All chapters were asked for. */
  whole: boolean;
  /** What the chapters that were run but not asked for assume. */
  assumptions: Assumption[];
  works: Record<string, Source>;
  slides: Slide[];
  /** The scenario that it was run under, where it was, with those of its settings that nothing else overrides. */
  scenario: Scenario | null;
  /** What every chapter was run with. */
  under: Omit<Job, "chapter">;
  /** The training runs that were given, where some were. */
  runs: GivenRuns | null;
  /** What each assumption reaches, where that was asked for and the chapters ran. */
  reach: Reach | null;
}

/** Reads, weaves, types and runs: everything the program does is a use of what this returns. */
export async function runReport(request: Request): Promise<Report> {
  return (await runReports(request, [request]))[0]!;
}

/** The same chapters under several changes; they are read, woven and bundled once. */
export async function runReports({ root, wanted, runs: runsFile, limits, tornados = true, reaching = false, progress }: Omit<Request, keyof Changes>, variants: readonly Changes[]): Promise<Report[]> {
  const files = readChapters(root);
  const asked = findChapters(files, wanted);
  const [works, slides, runs] = [readWorks(root), readSlides(root), runsFile === undefined ? null : readRuns(root, runsFile)];
  const changed = variants.map((changes) => withScenario(root, changes, runs !== null));
  const names = withImports(chaptersOf(files), asked.map(({ name }) => name));
  const used: ReportedChapter[] = files.filter(({ name }) => names.has(name)).map((file) => ({ ...file, run: null }));
  const runner = await prepare(root, used, { works, runs, limits });
  try {
    const base = await runAll(used, runner, standard, changed.some(({ moved }) => moved) ? undefined : progress);
    if (runs && isSound(used) && ![...base.values()].some(({ asksForRuns }) => asksForRuns)) throw new UsageProblem(`--runs ${runsFile}: no chapter that was asked for fits training runs`);
    const reports: Report[] = [];
    for (const changes of changed) {
      const chapters = changes.moved && isSound(used) ? await runChanged(used, base, runner, changes, files, progress) : used.map((one) => ({ ...one, problems: [...one.problems] }));
      for (const problem of wholeProblems(chapters, slides, used.length === files.length)) noteAt(chapters, problem);
      const assumptions = chapters.flatMap(({ run }) => run?.assumptions ?? []);
      const report: Report = { chapters: chapters.filter(({ name }) => asked.some((one) => one.name === name)), used: chapters, assumptions, works, slides, scenario: changes.scenario, under: changes.job, reach: reaching && isSound(chapters) ? await reachIn(chapters, changes.job, runner) : null, runs, whole: wanted.length === 0 };
      if (tornados && isSound(report.chapters)) await drawTornados({ root, limits }, chaptersOf(files), report);
      reports.push(report);
    }
    return reports;
  } finally {
    runner.close();
  }
}

function reachIn(used: readonly ReportedChapter[], around: Omit<Job, "chapter">, runner: Runner): Promise<Reach> {
  const read = chaptersOf(used);
  return reachOf(used.map(({ name }) => ({ name, needs: withImports(read, [name]) })), new Map(used.map(({ name, run }) => [name, run!])), around, runner);
}

function isSound(chapters: readonly ReportedChapter[]): boolean {
  return chapters.every(({ problems }) => problems.length === 0);
}

const standard: Omit<Job, "chapter"> = { overrides: {}, force: false, withRuns: false };

/** What every chapter is run with, and what of it is not standard. */
export interface RunChanges {
  job: Omit<Job, "chapter">;
  /** As they were set beside the scenario. */
  overrides: Overrides;
  scenario: Scenario | null;
  /** `assumptions and training runs`; nothing where all is standard. */
  moved: string;
}

function withScenario(root: string, { overrides, scenario: named, force = false }: Changes, withRuns: boolean): RunChanges {
  const read = named === undefined ? null : readScenario(root, named);
  const scenario = read && { ...read, settings: read.settings.filter(({ id }) => !Object.hasOwn(overrides, id)) };
  const all = { ...Object.fromEntries((scenario?.settings ?? []).map(({ id, text }) => [id, text])), ...overrides };
  const moved = [...(Object.keys(all).length > 0 ? ["assumptions"] : []), ...(withRuns ? ["training runs"] : [])].join(" and ");
  return { job: { overrides: all, force, withRuns }, overrides, scenario, moved };
}

/** The chapters once more, under changes, beside what they were. */
async function runChanged(used: readonly ReportedChapter[], base: ReadonlyMap<string, Run>, runner: Runner, changes: RunChanges, files: readonly ChapterFile[], progress: Request["progress"]): Promise<ReportedChapter[]> {
  checkChanges(changes, [...base.values()], files);
  const chapters: ReportedChapter[] = used.map((one) => ({ ...one, run: null, problems: [] }));
  await runAll(chapters, runner, changes.job, progress, (run) => compareRuns(run, base.get(run.chapter)!, changes.moved));
  return chapters;
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
async function runAll(used: readonly ReportedChapter[], runner: Runner, changes: Omit<Job, "chapter">, progress: Request["progress"], judged = (run: Run): Run => run): Promise<Map<string, Run>> {
  const runs = new Map<string, Run>();
  for (const one of used) {
    const [problem] = one.problems;
    if (problem) runner.markFailed(one.name, `${problem.file}:${problem.line}:${problem.column}`);
  }
  for (const chapter of dependencyOrder(chaptersOf(used)).order) {
    const one = used.find(({ name }) => name === chapter.name)!;
    one.run = null;
    if (one.problems.length === 0) {
      const outcome = await runner.run({ chapter: one.name, ...changes });
      if ("run" in outcome) {
        one.run = judged(outcome.run);
        one.problems.push(...outcome.run.problems);
        runs.set(one.name, one.run);
      } else {
        one.problems.push({ file: one.file, line: outcome.line, column: 1, message: outcome.stopped });
        runner.markFailed(one.name, `${one.file}:${outcome.line}:1`);
      }
    }
    progress?.(one);
  }
  return runs;
}
