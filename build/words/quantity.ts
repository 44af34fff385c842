import { lowered, multiples } from "./numerals.ts";

const numeral = /^(?<sign>[-−+]?)(?<digits>\d{1,3}(?:,\d{3})+(?:\.\d*)?|\d+\.?\d*|\.\d+)(?:e(?<power>[-+]?\d+)|×10(?<raised>[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+))?\s*(?<said>[^\d\s]\D*)?$/iu;

/** SI prefixes as powers of ten; they stand before a symbol, as in TFLOP/s. */
const prefixes: Record<string, number> = { "": 0, k: 3, M: 6, G: 9, T: 12, P: 15, E: 18, Z: 21, Y: 24 };

/** Thousands as `show` writes them, 70B, as powers of ten. */
const thousands = Object.fromEntries(multiples.map(({ suffix, factor }) => [suffix, Math.round(Math.log10(factor))]));

/** Spans of time in seconds. */
const times: Record<string, number> = { s: 1, seconds: 1, min: 60, minutes: 60, h: 3600, hours: 3600, d: 86400, day: 86400, days: 86400, weeks: 604800 };

/** Names that a unit has besides its own; words have a singular or a plural. */
const aliases: Record<string, readonly string[]> = { "1": [], "×": ["x"], $: ["dollars"], "FLOP/s": [] };

/**
 * A number in this unit as somebody types it: `2,000 chips`, `70B`, `70B parameters`, `989 TFLOP/s`, `1.03×10²⁴ FLOP`, `40 %`, `$2.50`,
 * `36 h` where days are wanted. Else the unit that it has instead, or nothing where there is no number.
 */
export function readQuantity(text: string, unit: string): { value: number } | { otherUnit: string } | undefined {
  const bare = unit === "$" ? text.trim().replace(/^\$\s*/, "") : text.trim();
  const found = numeral.exec(bare)?.groups;
  if (!found) return undefined;
  const { sign = "", digits = "", power, raised = "" } = found;
  const said = (found.said ?? "").trim().replaceAll(/\s+/g, " ");
  const number = (shift: number): number => Number(`${sign.replace("−", "-")}${digits.replaceAll(",", "")}e${Number(power ?? lowered(raised)) + shift}`);
  const worth = powerOf(said, unit);
  if (worth !== undefined) return { value: number(worth) };
  if (Object.hasOwn(times, said) && Object.hasOwn(times, unit)) return { value: (number(0) * times[said]!) / times[unit]! };
  return { otherUnit: said };
}

/** The power of ten by which what was said differs from the unit: decimal digits take it without rounding. */
function powerOf(said: string, unit: string): number | undefined {
  const names = [unit, ...(aliases[unit] ?? [unit.endsWith("s") ? unit.slice(0, -1) : `${unit}s`])];
  if (said === "" || (names.includes(said) && said !== "1")) return 0;
  if (unit === "1" && said === "%") return -2;
  const [own, symbol] = symbolOf(unit);
  const prefix = symbol && said.endsWith(symbol) ? said.slice(0, -symbol.length) : undefined;
  if (prefix !== undefined && Object.hasOwn(prefixes, prefix)) return prefixes[prefix]! - own;
  const [thousand, name] = [said.charAt(0), said.slice(1).trim()];
  return symbol !== "B" && Object.hasOwn(thousands, thousand) && (name === "" || names.includes(name)) ? thousands[thousand] : undefined;
}

/** The symbol of a unit that takes prefixes, and the power of ten of the prefix that it has itself: GB is 9 and B. Words have none. */
function symbolOf(unit: string): [own: number, symbol: string] {
  const [, prefix] = /^([kMGTP]?)B$/.exec(unit === "bytes" ? "B" : unit) ?? [];
  if (prefix !== undefined) return [prefixes[prefix]!, "B"];
  return [0, /^[A-Z]/.test(unit) ? unit : ""];
}
