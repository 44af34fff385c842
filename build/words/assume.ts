import type { Assumption, Place, Plausible } from "../glossary.ts";
import { currentCell, type Recorder } from "./recorder.ts";
import { readOverride } from "./override.ts";
import { citing, type SourceText } from "./cite.ts";

export interface NumberAssumption {
  unit: string;
  label: string;
  min?: number;
  max?: number;
  /** Between which values it may well lie: what a sensitivity varies it over and an interval draws it from. */
  plausible?: PlausibleAbout;
  source?: SourceText;
}

/** A plausible range with its source; it is drawn log-uniformly unless it says otherwise. */
export interface PlausibleAbout {
  low: number;
  high: number;
  drawn?: Plausible["drawn"];
  source: SourceText;
}

export interface ChoiceAssumption<Option extends string> {
  options: readonly Option[];
  label: string;
  source?: SourceText;
}

/** Declares what a reader may change, and returns its value or its override. */
export interface Assume {
  (id: string, value: number, about: NumberAssumption): number;
  <const Option extends string>(id: string, value: NoInfer<Option>, about: ChoiceAssumption<Option>): Option;
}

/** An assumption before its place is known. */
export type Assumed = Omit<Assumption, keyof Place>;

export function assumeFor(recorder: Recorder): Assume {
  function assume(id: string, standard: number | string, about: Partial<NumberAssumption & ChoiceAssumption<string>>): never {
    const cell = currentCell(recorder, "assume");
    if (recorder.assumptions.some((other) => other.id === id)) throw new Error(`the assumption ${id} is declared twice: give one of the two another id`);
    const assumed = declare(id, standard, about);
    const override = Object.hasOwn(recorder.overrides, id) ? recorder.overrides[id] : undefined;
    if (override !== undefined) assumed.value = overriding(assumed, override, recorder.force);
    assumed.overridden = !Object.is(assumed.value, standard);
    recorder.assumptions.push({ ...assumed, site: recorder.siteOf(assume as never) });
    recorder.outputs.push({ kind: "assumption", cell, id, site: null });
    return assumed.value as never;
  }
  return assume;
}

function declare(id: string, value: number | string, about: Partial<NumberAssumption & ChoiceAssumption<string>>): Assumed {
  const { unit = "1", label = id, min = null, max = null, options = null } = about;
  const source = about.source === undefined ? null : String(about.source);
  const assumed = { id, value, standard: value, overridden: false, unit, label, min, max, options: options && [...options], plausible: plausibleOf(id, about), source, cites: citing(about.source) };
  if (!/^[A-Za-z][\w.-]*$/.test(id)) throw new Error(`the id of an assumption is letters, digits, dots and hyphens: ${id}`);
  overriding(assumed, String(value));
  return assumed;
}

function plausibleOf(id: string, { plausible, min = -Infinity, max = Infinity }: Partial<NumberAssumption>): Plausible | null {
  if (!plausible) return null;
  const { low, high, drawn = "log-uniform", source } = plausible;
  if (!(min <= low && low < high && high <= max)) throw new Error(`the plausible range of ${id} is { low, high } within what it may be: ${low} to ${high}`);
  if (drawn === "log-uniform" && !(low > 0)) throw new Error(`the plausible range of ${id} is drawn log-uniformly and so lies above zero: ${low} to ${high}`);
  if (!String(source ?? "")) throw new Error(`the plausible range of ${id} has a source`);
  return { low, high, drawn, source: String(source) };
}

function overriding(assumed: Assumed, text: string, force = false): number | string {
  const read = readOverride(assumed, text, force);
  if ("wrong" in read) throw new Error(read.wrong);
  return read.value;
}
