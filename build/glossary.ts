/** The nouns of a report. Everything the generator passes from stage to stage is one of these. */
import type { Token } from "markdown-it";

/** A place in a source file; line and column count from 1, columns in UTF-16 units as editors do. */
export interface Place {
  line: number;
  column: number;
}

/** One Markdown file of the report, read and not yet run. */
export interface Chapter {
  /** File name without its ending: `04-kaplan`. */
  name: string;
  /** The number its file name begins with. */
  number: number;
  /** Path from the project's root, with forward slashes: `chapters/04-kaplan.md`. */
  file: string;
  lines: string[];
  front: FrontMatter;
  tokens: Token[];
  cells: Cell[];
  expressions: Expression[];
  imports: Import[];
  exports: Export[];
}

export interface FrontMatter {
  title: string;
  /** One sentence for the table of contents. */
  summary: string;
  /** Slides of the talk that the chapter covers. */
  slides: number[];
  /** Units and labels of exported values, with the place each is declared at. */
  values: Record<string, ValueUnit & Place>;
  /** The relative precision that its numbers are determined to, where it rests on fits or searches. */
  precision: number | null;
}

export interface ValueUnit {
  /** Every number has one; a conclusion, which is a word or a yes or no, has a label alone. */
  unit?: string;
  label?: string;
  /** The exported name that says how far outside the runs of its law the value lies. */
  outside?: string;
}

/** How many decades a number lies outside the runs that a law was fitted to, and whose law that is. */
export interface Outside {
  readonly decades: number;
  readonly of: string;
}

/** A fence of TypeScript that runs. */
export interface Cell {
  index: number;
  folded: boolean;
  /** Line of the opening fence. */
  opening: number;
  /** Line of the closing fence. */
  closing: number;
  /** As it stands in the chapter, indents included, so that offsets are places. */
  code: string;
}

/** `${…}` in prose. Code that runs over several lines has a piece for each. */
export interface Expression {
  id: number;
  pieces: (Place & { code: string })[];
}

/** An import statement of a cell; the place is that of the file name. */
export interface Import extends Place {
  from: string;
}

/** An exported name of a cell, at the place of the name. */
export interface Export extends Place {
  name: string;
}

/** What a reader may change, and nowhere else. */
export interface Assumption extends Place {
  id: string;
  value: number | string;
  /** What it is where nobody changes it. */
  standard: number | string;
  overridden: boolean;
  unit: string;
  label: string;
  min: number | null;
  max: number | null;
  options: string[] | null;
  plausible: Plausible | null;
  source: string | null;
  /** The work that its source names, where it names one. */
  cites: Citing | null;
}

/** Between which values an assumption may well lie, which is much narrower than what it may be set to, and who says so. */
export interface Plausible {
  readonly low: number;
  readonly high: number;
  /** How it is drawn: evenly, evenly in its logarithm, or as the whole number of a resample of runs, which is no quantity. */
  readonly drawn: "uniform" | "log-uniform" | "resample";
  readonly source: string;
}

export type Verdict = "agrees" | "disagrees" | "known discrepancy" | "not computable" | "not compared";

/** A claim of the talk or of a paper, held against what the chapter computes. */
export interface Check extends Place {
  claim: string;
  value: number | string | boolean | null;
  /** What was expected, as it is printed. */
  printed: string | null;
  /** What counts as agreeing, in words: how far from the print the value may be. */
  rule: string | null;
  /** The value as it would be printed beside the expectation. */
  recomputed: string | null;
  source: string;
  /** The work that prints the expectation; without one it is a reckoning of our own or a second road to the same number. */
  cites: Citing | null;
  difference: Difference;
  slide: number | null;
  /** How far outside the runs of its law the value lies, where it does. */
  outside: Outside | null;
  verdict: Verdict;
  /** Why a discrepancy is known or a claim not computable. */
  reason: string | null;
  /** Of a declared discrepancy: its kind, and the window that its value has to lie in. */
  category: string | null;
  window: readonly [low: number, high: number] | null;
}

/** How far a recomputed number is from the expected one: its share of it, and in units of the last printed digit, where there are such. */
export interface Difference {
  relative: number | null;
  digits: number | null;
}

/** Something a cell put on the page, in the order it was put there. */
export type Output =
  | { kind: "assumption"; cell: number; id: string }
  | { kind: "check"; cell: number; check: number }
  | ({ kind: "figure"; cell: number } & Figure)
  | ({ kind: "table"; cell: number } & Table);

export interface Figure extends Place {
  id: string;
  caption: string;
  /** The sentence for those who do not see the picture. */
  says: string;
  /** A Vega-Lite specification. */
  spec: Record<string, unknown>;
  /** The exported number whose sensitivity it draws, where the chapter leaves the drawing to the generator. */
  sensitivityOf?: string;
}

export interface Table extends Place {
  id: string;
  caption: string;
  columns: string[];
  rows: Sentence[][];
}

/** What an expression in prose became, and how it is written in mathematics. */
export interface Sentence {
  text: string;
  tex: string;
  /** The number in full precision, where it is one. */
  exact: string | null;
  /** The work, where it is a citation. */
  cites: Citing | null;
  /** Why it is typed and not computed, where it is a literal. */
  reason: string | null;
  /** How far outside the runs of its law the number lies, where it does. */
  outside: Outside | null;
}

/** A work by its key, and the place in it that is meant. */
export interface Citing {
  key: string;
  place: string | null;
}

/** A work that a chapter cites, from `chapters/sources.yaml`. */
export interface Source {
  key: string;
  short: string;
  title: string;
  authors: string;
  year: number;
  url: string;
}

/** A slide of the talk, from `chapters/slides.yaml`, at the place of its number there. */
export interface Slide extends Place {
  number: number;
  title: string;
  /** Its picture is published, its content is recorded, or that it exists is inferred. */
  evidence: "seen" | "evidenced" | "inferred";
  note: string | null;
}

/** A model that was trained, or simulated: N parameters on D tokens to this loss. */
export interface TrainingRun {
  readonly N: number;
  readonly D: number;
  readonly loss: number;
}

/** Training runs and where they are from: the name of a file, or "simulated". */
export interface GivenRuns {
  readonly rows: readonly TrainingRun[];
  readonly origin: string;
}

/** Slow work of a chapter: its inputs and its result, as JSON, and whether it is quick enough for a browser. */
export interface Fixed {
  id: string;
  inputs: string;
  quick: boolean;
  result: string;
}

/** A chapter under one set of overrides: everything the rest of the program knows of it. */
export interface Run {
  chapter: string;
  assumptions: Assumption[];
  /** Exported values; functions are left out. */
  values: Record<string, unknown>;
  /** By expression. */
  sentences: Record<number, Sentence>;
  outputs: Output[];
  checks: Check[];
  /** Each call of `cite`, in the order of the run. */
  cites: (Citing & Place)[];
  /** It fits training runs, which may be given. */
  asksForRuns: boolean;
  /** Each call of `fixed`. */
  fixed: Fixed[];
  problems: ProblemReport[];
}

/** What is wrong, where, and what was wanted. */
export interface ProblemReport extends Place {
  file: string;
  message: string;
}

/** Values for assumptions under one name, from `chapters/scenarios/`. */
export interface Scenario {
  file: string;
  name: string;
  /** What it is about, in a sentence. */
  sentence: string;
  settings: Setting[];
}

/** What a scenario sets, at the place of its id. */
export interface Setting extends Place {
  id: string;
  /** The value as it was typed. */
  text: string;
  source: string | null;
}

/** Values that replace assumptions, by id, as they were typed. */
export type Overrides = Record<string, string>;
