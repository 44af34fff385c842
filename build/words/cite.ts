import { didYouMean } from "../problem.ts";
import type { Recorder } from "./recorder.ts";

/** A work, and the place in it where something is printed. */
export interface Citation {
  readonly kind: "citation";
  readonly key: string;
  readonly text: string;
  toString(): string;
}

/** Where something is printed: a citation, or words where there is no work to cite. */
export type SourceText = string | Citation;

/** `cite("kaplan2020", "Table 6")`: the work's short name, its place, and an entry among the chapter's sources. */
export type Cite = (key: string, place?: string) => Citation;

export function citeFor(recorder: Recorder): Cite {
  return (key, place) => {
    const work = Object.hasOwn(recorder.works, key) ? recorder.works[key] : undefined;
    if (work === undefined) throw new Error(`no work has the key ${key} in sources.yaml${didYouMean(key, Object.keys(recorder.works))}`);
    recorder.cited.add(key);
    const text = place ? `${work}, ${place}` : work;
    return { kind: "citation", key, text, toString: () => text };
  };
}
