import { readQuantity } from "./quantity.ts";
import { show } from "./show.ts";

interface Ranged {
  value: number | string;
  min: number | null;
  max: number | null;
}

interface Overridable extends Ranged {
  id: string;
  unit: string;
  options: string[] | null;
}

/** The value of an override as it was typed, or one sentence on what is wrong with it. A number may be forced out of its range. */
export function readOverride(assumption: Overridable, text: string, force = false): { value: number | string } | { wrong: string } {
  const { id, unit, min, max, options } = assumption;
  if (options) {
    return options.includes(text) ? { value: text } : { wrong: `${id} is one of ${options.join(", ")}: ${text || "nothing"}` };
  }
  const read = readQuantity(text, unit);
  if (read && "otherUnit" in read) return { wrong: `${id} is ${unit === "1" ? "a pure number" : `in ${unit}`}, not in ${read.otherUnit}: ${text}` };
  if (!read || !Number.isFinite(read.value)) return { wrong: `${id} is a number: ${text || "nothing"}` };
  if (!force && isOutside({ value: read.value, min, max })) return { wrong: `${id} is ${range({ min, max })}: ${text}` };
  return read;
}

/** The value of a number lies outside the range of its assumption. */
export function isOutside({ value, min, max }: Ranged): boolean {
  return typeof value === "number" && ((min !== null && value < min) || (max !== null && value > max));
}

/** `between 1 and 365`; there is at least one end. */
export function range({ min, max }: Pick<Ranged, "min" | "max">): string {
  if (min === null) return `at most ${show(max!)}`;
  if (max === null) return `at least ${show(min)}`;
  return `between ${show(min)} and ${show(max)}`;
}
