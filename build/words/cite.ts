import type { Citing } from "../glossary.ts";
import { didYouMean } from "../problem.ts";
import type { Recorder } from "./recorder.ts";

/** A work, and the place in it where something is printed. */
export interface Citation {
  readonly kind: "citation";
  readonly key: string;
  readonly place: string | null;
  readonly text: string;
  toString(): string;
}

/** Where something is printed: a citation, or words where there is no work to cite. */
export type SourceText = string | Citation;

/** `cite("kaplan2020", "Table 6")`: the work's short name, its place, and an entry among the chapter's sources. */
export type Cite = (key: string, place?: string) => Citation;

export function citeFor(recorder: Recorder): Cite {
  return function cite(key, place) {
    const work = Object.hasOwn(recorder.works, key) ? recorder.works[key] : undefined;
    if (work === undefined) throw new Error(`no work has the key ${key} in sources.yaml${didYouMean(key, Object.keys(recorder.works))}`);
    const citing: Citing = { key, place: place || null };
    recorder.cited.push({ ...citing, site: recorder.siteOf(cite) });
    const text = place ? `${work}, ${place}` : work;
    return { kind: "citation", ...citing, text, toString: () => text };
  };
}

/** The work that a source names, where it is more than words. */
export function citing(source: SourceText | undefined): Citing | null {
  return typeof source === "object" ? { key: source.key, place: source.place } : null;
}
