import { show } from "./show.ts";

interface Overridable {
  id: string;
  value: number | string;
  min: number | null;
  max: number | null;
  options: string[] | null;
}

const decimal = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** The value of an override as it was typed, or one sentence on what is wrong with it. */
export function readOverride(assumption: Overridable, text: string): { value: number | string } | { wrong: string } {
  const { id, min, max, options } = assumption;
  if (options) {
    return options.includes(text) ? { value: text } : { wrong: `${id} is one of ${options.join(", ")}: ${text || "nothing"}` };
  }
  const value = Number(text);
  if (!decimal.test(text.trim()) || !Number.isFinite(value)) return { wrong: `${id} is a number: ${text || "nothing"}` };
  if ((min !== null && value < min) || (max !== null && value > max)) return { wrong: `${id} is ${range(min, max)}: ${text}` };
  return { value };
}

function range(min: number | null, max: number | null): string {
  if (min === null) return `at most ${show(max!)}`;
  if (max === null) return `at least ${show(min)}`;
  return `between ${show(min)} and ${show(max)}`;
}
