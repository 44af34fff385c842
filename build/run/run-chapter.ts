import type { Assumption, Check, Figure, Fixed, GivenRuns, Output, Outside, Place, ProblemReport, Run, Sentence } from "../glossary.ts";
import { didYouMean } from "../problem.ts";
import { judge } from "../words/judge.ts";
import type { CallSite, Recorder } from "../words/recorder.ts";
import { sentence } from "../words/sentence.ts";
import { openDoor, type Door, type Passed } from "./door.ts";
import type { ChapterCard } from "./messages.ts";
import { plain } from "./plain.ts";

export type ChapterFunction = (door: Door) => void;

/** What the runner knows of its surroundings: where a call site is in the chapter, and where an error came from. */
export interface Surroundings {
  works: Record<string, string>;
  /** Training runs that are given to fit instead of simulated ones. */
  runs?: GivenRuns | null;
  /** Overrides may lie outside the range of their assumption. */
  force?: boolean;
  /** The result of slow work that this chapter did before for these inputs, as JSON. */
  recall?(chapter: string, work: Omit<Fixed, "result">): string | undefined;
  /** The specifications of charts are made when they are asked for. */
  drawingLater: boolean;
  siteOf: Recorder["siteOf"];
  placeOf(site: CallSite | null): Place;
  report(error: unknown, otherwise: ProblemReport): ProblemReport;
  /** Called with each line that a run reaches. */
  reached(line: number): void;
}

export interface Finished {
  run: Run;
  exported: Record<string, unknown>;
}

/** run(chapter, overrides) → Run, and what other chapters may import from it. */
export function runChapter(
  name: string,
  chapter: ChapterFunction,
  card: ChapterCard,
  overrides: Readonly<Record<string, string>>,
  request: (from: string) => Finished,
  around: Surroundings,
): Finished {
  const recorder: Recorder = { overrides, force: around.force ?? false, runs: around.runs ?? null, asksForRuns: false, works: around.works, cell: null, assumptions: [], checks: [], outputs: [], cited: [], siteOf: around.siteOf, recall: (work) => around.recall?.(name, work), fixed: [], drawingLater: around.drawingLater, later: [] };
  const problems: ProblemReport[] = [];
  const startOfCell = (): ProblemReport => ({ file: card.file, line: card.cells[recorder.cell ?? 0] ?? 1, column: 1, message: "" });
  const { door, passed } = openDoor(recorder, importing(card, request), (cell) => around.reached(card.cells[cell] ?? 1));
  attempt(() => chapter(door), (error) => problems.push(reportFailure(error, around, startOfCell())));
  const exported = readExports(passed);
  if (problems.length === 0) problems.push(...numbersWithoutUnit(card, exported), ...notSayingHowFar(card, exported), ...sensitivitiesOfNothing(card, exported, recorder, around));
  const lastCell = startOfCell();
  recorder.cell = null;
  const sentences = say(passed, card, around, problems);
  for (const call of recorder.later) attempt(call, (error) => problems.push(reportFailure(error, around, lastCell)));
  return { exported, run: { chapter: name, values: plain(exported) as Run["values"], asksForRuns: recorder.asksForRuns, fixed: recorder.fixed, sentences, problems, ...placed(recorder, around) } };
}

/** The import of a chapter that failed, or of a name it does not have, is an error at the import. */
class ImportProblem extends Error {
  readonly place: Place;
  constructor(place: Place, message: string) {
    super(message);
    this.place = place;
  }
}

function importing(card: ChapterCard, request: (from: string) => Finished): Door["chapter"] {
  return (from, names) => {
    const place = card.imports[from] ?? { line: 1, column: 1 };
    const { exported, run } = attempt(() => request(from), (error) => {
      throw new ImportProblem(place, (error as Error).message);
    });
    const [problem] = run.problems;
    if (problem) throw new ImportProblem(place, `needs ${from.slice(2)}, which failed at ${problem.file}:${problem.line}:${problem.column}`);
    const missing = names.find((name) => !Object.hasOwn(exported, name));
    if (missing !== undefined) throw new ImportProblem(place, `${from.slice(2)} exports no ${missing}${didYouMean(missing, Object.keys(exported))}`);
    return exported;
  };
}

function reportFailure(error: unknown, around: Surroundings, otherwise: ProblemReport): ProblemReport {
  if (error instanceof ImportProblem) return { ...otherwise, ...error.place, message: error.message };
  return around.report(error, otherwise);
}

function readExports({ getters }: Passed): Record<string, unknown> {
  const exported: Record<string, unknown> = {};
  for (const [name, get] of Object.entries(getters)) attempt(() => (exported[name] = get()), () => undefined);
  return exported;
}

function numbersWithoutUnit(card: ChapterCard, exported: Record<string, unknown>): ProblemReport[] {
  return Object.entries(exported)
    .filter(([name, value]) => typeof value === "number" && !card.units.includes(name))
    .map(([name]) => ({ file: card.file, ...(card.exports[name] ?? { line: 1, column: 1 }), message: `the exported number ${name} wants a unit in the front matter: values: { ${name}: { unit: … } }` }));
}

/** What the front matter names for how far a number lies outside is `{ decades, of }`. */
function notSayingHowFar(card: ChapterCard, exported: Record<string, unknown>): ProblemReport[] {
  return Object.entries(card.outside)
    .filter(([, name]) => !saysHowFar(exported[name]))
    .map(([value, name]) => ({ file: card.file, ...(card.exports[name] ?? { line: 1, column: 1 }), message: `${name}, which says how far ${value} lies outside the runs of its law, is no { decades, of }` }));
}

function sensitivitiesOfNothing(card: ChapterCard, exported: Record<string, unknown>, { outputs }: Recorder, { placeOf }: Surroundings): ProblemReport[] {
  return outputs.flatMap((output) => {
    const value = output.kind === "figure" ? output.sensitivityOf : undefined;
    if (value === undefined || typeof exported[value] === "number") return [];
    return [{ file: card.file, ...placeOf(output.site), message: `a sensitivity is that of a number that the chapter exports, and ${value} is none${didYouMean(value, card.units)}` }];
  });
}

function saysHowFar(value: unknown): boolean {
  const { decades, of } = (value ?? {}) as Partial<Outside>;
  return typeof decades === "number" && decades >= 0 && typeof of === "string" && of !== "";
}

/** Sentences are joined by expression, not by count: those after a cell that threw were never registered. */
function say({ thunks }: Passed, card: ChapterCard, around: Surroundings, problems: ProblemReport[]): Record<number, Sentence> {
  const sentences: Record<number, Sentence> = {};
  for (const { expressions, thunk } of thunks) {
    const at = (id: number): ProblemReport => ({ file: card.file, ...(card.expressions[id] ?? { line: 1, column: 1 }), message: "" });
    around.reached(at(expressions[0]!).line);
    const values = attempt(thunk, (error) => void problems.push(around.report(error, at(expressions[0]!))));
    values?.forEach((value, index) => {
      const id = expressions[index]!;
      attempt(() => (sentences[id] = sentence(value)), (error) => problems.push({ ...at(id), message: (error as Error).message }));
    });
  }
  return sentences;
}

type Placing = Pick<Surroundings, "placeOf" | "drawingLater">;

/** What was said, judged and with its places. */
export type Placed = Pick<Run, "assumptions" | "checks" | "outputs" | "cites">;

export function placed({ assumptions, checks, outputs, cited }: Pick<Recorder, "assumptions" | "checks" | "outputs" | "cited">, around: Placing): Placed {
  const { placeOf } = around;
  return {
    cites: cited.map(({ site, ...citing }) => ({ ...citing, ...placeOf(site) })),
    assumptions: assumptions.map(({ site, ...assumed }): Assumption => ({ ...assumed, ...placeOf(site) })),
    checks: checks.map((check): Check => ({ ...judge(check), ...placeOf(check.site) })),
    outputs: outputs.map((output) => placedOutput(output, around)),
  };
}

function placedOutput({ site, ...output }: Recorder["outputs"][number], { placeOf, drawingLater }: Placing): Output {
  if (output.kind === "check" || output.kind === "assumption") return output;
  const placed = { ...output, ...placeOf(site) };
  if (placed.kind === "table") return placed;
  const { spec, ...figure } = placed;
  const make = (): Figure["spec"] => plain(spec()) as Figure["spec"];
  return drawingLater ? madeWhenAsked(figure, make) : { ...figure, spec: attempt(make, () => ({})) };
}

function madeWhenAsked<T extends object>(figure: T, make: () => Figure["spec"]): T & Pick<Figure, "spec"> {
  let made: Figure["spec"] | undefined;
  return { ...figure, get spec() { return (made ??= make()); } };
}

function attempt<T, F>(call: () => T, failed: (error: unknown) => F): T | F {
  try {
    return call();
  } catch (error) {
    return failed(error);
  }
}
