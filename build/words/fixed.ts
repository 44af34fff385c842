import type { Fixed } from "../glossary.ts";
import type { Recorder } from "./recorder.ts";

/** Numbers, texts, truth values, and lists and objects of them: what can travel with a page. */
export type Data = number | string | boolean | null | readonly Data[] | { readonly [key: string]: Data };

/**
 * Slow work that rests on its inputs only, and its result, both data: `fixed("sweeps", { noise, seed }, ({ noise, seed }) => …)`.
 * It is done once for the same inputs, whatever else is changed; a page carries the result, so that a browser need not do it.
 */
export type FixedWord = <Inputs extends object, Result>(id: string, inputs: Inputs, compute: (inputs: Inputs) => Result, about?: FixedAbout) => Result;

export interface FixedAbout {
  /** Quick enough to be done again in a browser, when its inputs change. */
  quick?: boolean;
}

export function fixedFor(recorder: Recorder): FixedWord {
  return function fixed(id, inputs, compute, { quick = false } = {}) {
    if (recorder.fixed.some((other) => other.id === id)) throw new Error(`two slow works are called ${id}`);
    const given = asText(inputs, `the inputs of ${id}`);
    const result = recorder.recall({ id, inputs: given, quick }) ?? asText(compute(inputs), `the result of ${id}`);
    recorder.fixed.push({ id, inputs: given, quick, result } satisfies Fixed);
    return JSON.parse(result) as never;
  };
}

function asText(value: unknown, what: string): string {
  if (!isData(value)) throw new Error(`fixed(…) is of data, finite numbers, texts, lists and objects of them, and ${what} is not`);
  return JSON.stringify(value);
}

function isData(value: unknown): value is Data {
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value !== "object" || value === null) return typeof value === "string" || typeof value === "boolean" || value === null;
  const prototype: unknown = Object.getPrototypeOf(value);
  return (Array.isArray(value) || prototype === Object.prototype || prototype === null) && Object.values(value).every(isData);
}
