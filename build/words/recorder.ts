import type { Citing, Fixed, GivenRuns, Output, Outside } from "../glossary.ts";
import type { CheckedValue, Expectation } from "./expectation.ts";
import type { Known } from "./check.ts";
import type { Assumed } from "./assume.ts";

/** A place in the program that runs, mapped to the chapter only when it is reported. */
export interface CallSite {
  line: number;
  column: number;
}

export interface RecordedCheck {
  claim: string;
  value: CheckedValue | null;
  expectation: Expectation | null;
  source: string;
  cites: Citing | null;
  slide: number | null;
  outside: Outside | null;
  known: Known | null;
  reason: string | null;
  site: CallSite | null;
}

/** What one chapter says while it runs. */
export interface Recorder {
  overrides: Readonly<Record<string, string>>;
  /** Overrides may lie outside the range of their assumption. */
  force: boolean;
  /** The runs that were given to fit, where some were. */
  runs: GivenRuns | null;
  asksForRuns: boolean;
  /** The short name of each work by its key. */
  works: Readonly<Record<string, string>>;
  /** The cell that is running, or nothing while sentences are. */
  cell: number | null;
  assumptions: (Assumed & { site: CallSite | null })[];
  checks: RecordedCheck[];
  outputs: (Unmade<Unplaced<Output>> & { site: CallSite | null })[];
  /** The specifications of charts are made when they are asked for, and not with the run. */
  drawingLater: boolean;
  /** Each call of `cite`. */
  cited: (Citing & { site: CallSite | null })[];
  /** Where a word was called from; nowhere, where that does not matter. */
  siteOf(word: (...said: never[]) => unknown): CallSite | null;
  /** The result of slow work that was done before for these inputs, as JSON. */
  recall(work: Omit<Fixed, "result">): string | undefined;
  fixed: Fixed[];
  /** Captions and descriptions that wait for the end of the run. */
  later: (() => void)[];
}

/** A figure whose specification is still to be made. */
type Unmade<T> = T extends { kind: "figure" } ? Omit<T, "spec"> & { spec: () => Record<string, unknown> } : T;

type Unplaced<T> = T extends unknown ? Omit<T, "line" | "column"> : never;

/** The cell that is running; words that put something on the page belong in one. */
export function currentCell(recorder: Recorder, word: string): number {
  if (recorder.cell === null) throw new Error(`${word}(…) belongs in a cell, not in a sentence`);
  return recorder.cell;
}
