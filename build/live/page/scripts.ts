/** The scripts of a page, which come one after another as they are needed, and what each leaves for the others. */
import type { Surroundings } from "../../run/run-chapter.ts";
import type { MathematicsMeta } from "../../read/mathematics-rule.ts";
import type { Figure, Fixed, GivenRuns, Overrides } from "../../glossary.ts";
import type { Drawn } from "../../render/outputs.ts";
import type { Target } from "../../render/captions.ts";
import type { SteppedFunction } from "./steps.ts";

/** A chapter and those it imports, as its page carries them. */
export interface LiveChapter {
  name: string;
  number: number;
  /** Each chapter after those it imports. */
  steps: Record<string, SteppedFunction>;
  works: Surroundings["works"];
  runs: GivenRuns | null;
  /** What the page was built with. */
  overrides: Overrides;
  /** Slow work, by chapter. */
  fixed: Record<string, Fixed[]>;
  /** Mathematics with expressions in it. */
  mathematics: MathematicsMeta[];
  /** Where the links in captions and tables lead. */
  links: Record<string, Target>;
}

/** How many things of the page are other than when it was built. */
export interface Changed {
  numbers: number;
  tables: number;
  claims: number;
  charts: number;
}

/** A page that answers. It stays as it was where a run fails, and says why. */
export interface Answering {
  apply(overrides: Overrides): Answer;
}

/** What is in sight stands already, but for what rests on slow work; `settled` is kept once all numbers stand. */
export type Answer = { settled: Promise<Settled>; changed: () => Changed } | Refused;

/** Overtaken by a newer change, or refused by slow work. */
export type Settled = "shown" | "overtaken" | Refused;

export interface Refused {
  wrong: string;
}

export interface Left {
  chapter?: LiveChapter;
  answering?: (chapter: LiveChapter, drawing: () => Promise<Drawing>) => Answering;
  drawing?: Drawing;
}

export type Drawing = (figure: Figure, size: keyof Drawn) => Promise<string>;

declare global {
  var report: Left | undefined;
}

/** What the scripts of this page have left so far. */
export function left(): Left {
  return (globalThis.report ??= {});
}

const asked = new Map<string, Promise<void>>();

/** A classic script beside the page: modules are not allowed on `file://`. It is asked for once. */
export function load(href: string): Promise<void> {
  const known = asked.get(href);
  if (known) return known;
  const loading = new Promise<void>((resolve, reject) => {
    const script = document.createElement("script");
    script.src = href;
    script.onload = () => resolve();
    script.onerror = () => reject(new Error(`${href} cannot be loaded`));
    document.head.append(script);
  });
  asked.set(href, loading);
  return loading;
}
