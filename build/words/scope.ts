/** The words as TypeScript sees them on line 1 of a woven chapter. Nothing runs this file: the door hands the words in. */
import type { Sayable } from "./sentence.ts";
import type { Words } from "./words.ts";

/** Marks where cells begin and sentences stand; weave writes these, chapters do not. */
export interface Marks {
  cell(index: number): void;
  say(expressions: readonly number[], thunk: () => readonly Sayable[]): void;
}

export declare const $: Marks;
export declare const assume: Words["assume"];
export declare const check: Words["check"];
export declare const notComputable: Words["notComputable"];
export declare const figure: Words["figure"];
export declare const sensitivity: Words["sensitivity"];
export declare const table: Words["table"];
export declare const cite: Words["cite"];
export declare const show: Words["show"];
export declare const literal: Words["literal"];
export declare const runs: Words["runs"];
export declare const fixed: Words["fixed"];
export declare const printed: Words["printed"];
export declare const within: Words["within"];
export declare const about: Words["about"];
export declare const exactly: Words["exactly"];
export declare const order: Words["order"];
export declare const significant: Words["significant"];
export declare const absolute: Words["absolute"];
