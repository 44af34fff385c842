import type { Overrides, Sentence } from "../../glossary.ts";
import { placed, type Placed, type Surroundings } from "../../run/run-chapter.ts";
import type { Recorder } from "../../words/recorder.ts";
import { sentence } from "../../words/sentence.ts";
import { wordsFor } from "../../words/words.ts";
import { nameOfOutput, nameOfSentence } from "./said-names.ts";
import type { Exported, Step, SteppedFunction } from "./steps.ts";

/** A step, what it said when it last ran, and when that was. */
interface Done extends Step {
  ran: number;
  /** When what it declares last became something else. */
  changed: number;
  declared: readonly unknown[];
  /** What was set of the assumptions that it declares. */
  asked: Overrides;
  taken: { from: SteppedChapter; name: string }[];
  recorded: Recorded;
  sentences: [number, Sentence][];
  said: Said;
  /** Something that is wanted in haste rests on it. */
  wanted: boolean;
  /** It was left for a later run, though it is wanted. */
  waits: boolean;
}

type Recorded = Pick<Recorder, "assumptions" | "checks" | "outputs" | "cited" | "fixed" | "later">;

/** What a step says; a check's place among those of the chapter is told by the whole. */
interface Said extends Placed {
  sentences: [number, Sentence][];
  fixed: Recorder["fixed"];
}

/** What a chapter says as a whole; what a step has not said anew is the same object as before. */
export interface Says extends Placed {
  chapter: string;
  sentences: Record<number, Sentence>;
}

/** What of its surroundings a chapter on a page needs. */
export type Around = Pick<Surroundings, "works" | "runs" | "recall" | "siteOf" | "drawingLater" | "placeOf">;

const nothing: Said = { assumptions: [], checks: [], outputs: [], cites: [], sentences: [], fixed: [] };

/** Every step that runs takes a new time; all chapters share one clock. */
let clock = 0;

/** Slow work that is not done now. */
export class Postponed extends Error {}

/** More rounds than this mean that steps rest on one another in a circle. */
const mostRounds = 20;

/**
 * A chapter that runs again only what a change reaches: the steps that declare an assumption that is set otherwise, and those
 * that rest on a step whose values have become others. The functions and words are those of any other run.
 */
export class SteppedChapter {
  readonly #name: string;
  readonly #around: Around;
  readonly #recorder: Recorder;
  readonly #steps: Done[] = [];
  /** Those of them that run in haste; as long as nothing was wanted, all. */
  #wanted: readonly Done[] = this.#steps;
  #inHaste = false;
  #exported: Readonly<Record<string, Exported>> = {};
  #step: Done | undefined;

  constructor(name: string, steps: SteppedFunction, around: Around, chapter: (file: string) => SteppedChapter) {
    this.#name = name;
    this.#around = around;
    this.#recorder = { overrides: {}, force: false, runs: around.runs ?? null, asksForRuns: false, works: around.works, cell: null, siteOf: around.siteOf, recall: (work) => around.recall?.(name, work), drawingLater: around.drawingLater, ...emptied() };
    steps({
      words: wordsFor(this.#recorder),
      cell: (index) => (this.#recorder.cell = index),
      say: (expressions, thunk) => thunk().forEach((value, index) => this.#step!.sentences.push([expressions[index]!, sentence(value)])),
      from: (file, exportedName) => {
        const from = chapter(file);
        this.#step!.taken.push({ from, name: exportedName });
        return from.#exported[exportedName]!.value();
      },
      steps: (all, exported) => {
        this.#steps.push(...all.map((step) => ({ ...step, ran: 0, changed: 0, declared: [], asked: {}, taken: [], recorded: emptied(), sentences: [], said: nothing, wanted: true, waits: false })));
        this.#exported = exported;
      },
    });
  }

  /** In haste only this is wanted: of what it exports, and of what it says, by the names of `said-names.ts`. It has run once, so it is known which step says what. */
  wantOnly(exported: Iterable<string>, said: ReadonlySet<string>): void {
    const wanted = new Set([...exported].flatMap((name) => this.#exported[name]!.rests));
    this.#steps.forEach((step, index) => saysOneOf(step.said, said) && wanted.add(index));
    for (const index of wanted) for (const further of this.#steps[index]!.rests) wanted.add(further);
    this.#steps.forEach((step, index) => (step.wanted = wanted.has(index)));
    this.#wanted = this.#steps.filter((step) => step.wanted);
  }

  /** What the steps that are wanted take from other chapters. */
  get taken(): { from: SteppedChapter; name: string }[] {
    return this.#wanted.flatMap(({ taken }) => taken);
  }

  /**
   * The chapters that it imports have run under the same overrides. Slow work that throws `Postponed` waits for a later run,
   * and so does, in haste, what nobody wants; what rests on it says what it said before. After an error all that was run is
   * run again the next time.
   */
  run(overrides: Overrides, inHaste = false): void {
    this.#recorder.overrides = overrides;
    this.#inHaste = inHaste;
    for (const step of this.#running) step.waits = false;
    const done = new Set<Done>();
    try {
      this.#settle(done);
      for (const step of done) this.#conclude(step);
    } catch (error) {
      for (const step of done) step.ran = 0;
      throw error;
    }
  }

  get #running(): readonly Done[] {
    return this.#inHaste ? this.#wanted : this.#steps;
  }

  /** What it says as a whole since its last run. */
  get says(): Says {
    const whole: Says = { chapter: this.#name, assumptions: [], checks: [], outputs: [], cites: [], sentences: {} };
    for (const { said } of this.#steps) {
      const before = whole.checks.length;
      whole.outputs.push(...said.outputs.map((output) => (output.kind === "check" && before > 0 ? { ...output, check: output.check + before } : output)));
      whole.assumptions.push(...said.assumptions);
      whole.checks.push(...said.checks);
      whole.cites.push(...said.cites);
      for (const [id, one] of said.sentences) whole.sentences[id] = one;
    }
    return whole;
  }

  get fixed(): Recorder["fixed"] {
    return this.#steps.flatMap(({ said }) => said.fixed);
  }

  /** Whether something was left for a later run. */
  get isWaiting(): boolean {
    return this.#steps.some((step) => this.#isLeft(step));
  }

  /** The figures that wait, by id. */
  get waitingFigures(): string[] {
    return this.#steps.flatMap((step) => (this.#isLeft(step) ? step.said.outputs.flatMap((output) => (output.kind === "figure" ? output.id : [])) : []));
  }

  #isLeft({ waits, wanted }: Done): boolean {
    return waits || (this.#inHaste && !wanted);
  }

  #mustWait({ waits, rests, taken }: Done): boolean {
    return waits || this.#oneIsLeft(rests) || taken.some(({ from, name }) => from.#oneIsLeft(from.#exported[name]!.rests));
  }

  #oneIsLeft(indexes: readonly number[]): boolean {
    return indexes.some((index) => this.#isLeft(this.#steps[index]!));
  }

  #isStale({ ran, rests, asked, taken }: Done): boolean {
    if (ran === 0) return true;
    return rests.some((index) => this.#steps[index]!.changed > ran) || Object.keys(asked).some((id) => this.#recorder.overrides[id] !== asked[id]) || taken.some(({ from, name }) => from.#changedAt(name) > ran);
  }

  #changedAt(name: string): number {
    return Math.max(0, ...this.#exported[name]!.rests.map((index) => this.#steps[index]!.changed));
  }

  /** Runs what is stale, in its order, until nothing is: a caption or a function may speak of what comes after it. */
  #settle(done: Set<Done>): void {
    for (let round = 0, ran = -1; ran !== clock; round++) {
      if (round === mostRounds) throw new Error("the statements of this chapter rest on one another in a circle");
      ran = clock;
      for (const step of this.#running) {
        if (this.#mustWait(step)) step.waits = true;
        else if (this.#isStale(step)) this.#do(step, done);
      }
    }
  }

  #do(step: Done, done: Set<Done>): void {
    this.#step = Object.assign(step, { taken: [], sentences: [], recorded: emptied() });
    Object.assign(this.#recorder, step.recorded, { cell: step.cell });
    done.add(step);
    try {
      step.run();
    } catch (error) {
      if (!(error instanceof Postponed)) throw error;
      step.ran = 0;
      done.delete(step);
      step.waits = true;
      return;
    }
    const declared = step.values();
    step.ran = ++clock;
    if (declared.some((value, index) => isObject(value) || !Object.is(value, step.declared[index])) || declared.length !== step.declared.length) step.changed = clock;
    step.declared = declared;
    step.asked = Object.fromEntries(step.recorded.assumptions.map(({ id }) => [id, this.#recorder.overrides[id]!]));
  }

  /** Captions wait until all steps have run. */
  #conclude(step: Done): void {
    for (const call of step.recorded.later) call();
    step.said = { ...placed(step.recorded, this.#around), sentences: step.sentences, fixed: step.recorded.fixed };
  }
}

function saysOneOf({ sentences, outputs }: Said, names: ReadonlySet<string>): boolean {
  return sentences.some(([id]) => names.has(nameOfSentence(id))) || outputs.some((output) => names.has(nameOfOutput(output)));
}

function emptied(): Recorded {
  return { assumptions: [], checks: [], outputs: [], cited: [], fixed: [], later: [] };
}

function isObject(value: unknown): boolean {
  return (typeof value === "object" && value !== null) || typeof value === "function";
}
