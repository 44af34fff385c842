import type { Sayable } from "../words/sentence.ts";
import { wordsFor, type Words } from "../words/words.ts";
import type { Recorder } from "../words/recorder.ts";

/** What a chapter's function is handed: the words, the marks that weave wrote, and the way to other chapters. */
export interface Door {
  words: Words;
  cell(index: number): void;
  say(expressions: readonly number[], thunk: () => readonly Sayable[]): void;
  chapter(from: string, names: readonly string[]): Record<string, unknown>;
  exports(getters: Record<string, () => unknown>): void;
}

/** What came through the door: sentences wait for the end of the run, exports are read then. */
export interface Passed {
  thunks: { expressions: readonly number[]; thunk: () => readonly Sayable[] }[];
  getters: Record<string, () => unknown>;
}

export function openDoor(recorder: Recorder, request: Door["chapter"], reached: (cell: number) => void): { door: Door; passed: Passed } {
  const passed: Passed = { thunks: [], getters: {} };
  const door: Door = {
    words: wordsFor(recorder),
    cell(index) {
      recorder.cell = index;
      reached(index);
    },
    say: (expressions, thunk) => passed.thunks.push({ expressions, thunk }),
    chapter: request,
    exports: (getters) => (passed.getters = getters),
  };
  return { door, passed };
}
