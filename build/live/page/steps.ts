import type { Sayable } from "../../words/sentence.ts";
import type { Words } from "../../words/words.ts";

/** A chapter as `stepForm` wrote it. */
export type SteppedFunction = (door: SteppedDoor) => void;

export interface SteppedDoor {
  words: Words;
  say(expressions: readonly number[], thunk: () => readonly Sayable[]): void;
  cell(index: number): void;
  from(file: string, name: string): unknown;
  steps(steps: readonly Step[], exported: Readonly<Record<string, Exported>>): void;
}

export interface Step {
  /** The cell it stands in; sentences stand in none. */
  readonly cell: number | null;
  /** Places of the steps that it rests on. */
  readonly rests: readonly number[];
  run(): void;
  /** What it declares. */
  values(): readonly unknown[];
}

export interface Exported {
  readonly rests: readonly number[];
  value(): unknown;
}
