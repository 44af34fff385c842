/** What a source prints, and when a value agrees with it. NaN and the infinities never agree. */
import { grouped, lowered, multiples, ownDigits } from "./numerals.ts";
import { show } from "./show.ts";

export interface Expectation {
  /** As the source prints it, or the rule in words. */
  text: string;
  /** What counts as agreeing, in words. */
  rule: string;
  /** The one number that is expected, where there is one: what a known discrepancy is measured against. */
  target: number | null;
  agrees(value: CheckedValue): boolean;
  /** How far off a number is, in units of the last printed digit, where digits are printed. */
  digits?(value: number): number;
  /** The value written so that it can be compared with `text`. */
  write(value: CheckedValue): string;
}

export type CheckedValue = number | string | boolean;

/** Rounding half up and half to even are both in print, so a half agrees either way; this is the slack for its floating point. */
const slack = 1 + 1e-9;

/**
 * The value rounds to these printed digits: within half a unit of the last one.
 * Reads what papers print: `5.37`, `5.76e23`, `1.03×10²⁴`, `1.4T`, `70B`, `14 %`, `5.37×`, `$2.50`, `1/29,968`.
 */
export function printed(text: string): Expectation {
  const [one, under, ...more] = text.split("/") as [string, ...string[]];
  if (under === undefined) {
    const numeral = read(one, text);
    return { text, rule: roundingRule(numeral), target: numeral.value, agrees: numberThat((value) => rounds(value, numeral)), digits: (value) => unitsOff(value, numeral), write: (value) => writeLike(value, numeral) };
  }
  const denominator = read(under, text);
  if (one.trim() !== "1" || more.length > 0) throw new Error(`a printed fraction is 1/n: ${text}`);
  return {
    text,
    rule: `its inverse ${roundingRule(denominator)}`,
    target: 1 / denominator.value,
    agrees: numberThat((value) => rounds(1 / value, denominator)),
    digits: (value) => unitsOff(1 / value, denominator),
    write: (value) => (typeof value === "number" ? `1/${writeLike(1 / value, denominator)}` : String(value)),
  };
}

/** Between two numbers, both allowed. */
export function within(low: number, high: number): Expectation {
  if (!(low <= high)) throw new RangeError(`within wants its lower end first: ${low}, ${high}`);
  const text = `${writeFreely(low)} to ${writeFreely(high)}`;
  return { text, rule: `lies between the two, both allowed`, target: null, agrees: numberThat((value) => value >= low && value <= high), write: writeFreely };
}

/** Within a stated relative distance: `about(20, 0.1)` is 18 to 22. */
export function about(target: number, relative: number): Expectation {
  if (!(target !== 0 && relative > 0 && relative < 1)) throw new RangeError(`about wants a target that is not zero and a relative distance between 0 and 1: ${target}, ${relative}`);
  return {
    text: `about ${writeFreely(target)} (±${show(relative, { unit: "%" })})`,
    rule: `differs by at most ${show(relative, { unit: "%" })} of it`,
    target,
    agrees: numberThat((value) => Math.abs(value / target - 1) <= relative * slack),
    write: writeFreely,
  };
}

/** Within a stated distance in a unit: `absolute(5.7, 0.05, "s")`. For what is measured with an error; a printed number says its own. */
export function absolute(target: number, distance: number, unit: string): Expectation {
  if (!(Number.isFinite(target) && distance > 0 && Number.isFinite(distance) && unit)) throw new RangeError(`absolute wants a number, a distance above zero and their unit: ${target}, ${distance}, ${unit || "nothing"}`);
  return {
    text: `${show(target, { unit, digits: 4 })} ± ${show(distance, { unit, digits: ownDigits(distance) })}`,
    rule: `differs by at most ${show(distance, { unit, digits: ownDigits(distance) })}`,
    target,
    agrees: numberThat((value) => Math.abs(value - target) <= distance * slack),
    write: (value) => (typeof value === "number" ? show(value, { unit, digits: 4 }).text : String(value)),
  };
}

/** Alike in this many significant digits: within half a unit of that digit of the target, as `printed` of the target with so many digits. */
export function significant(target: number, digits: number): Expectation {
  if (!(target !== 0 && Number.isFinite(target) && Number.isInteger(digits) && digits >= 1 && digits <= 15)) throw new RangeError(`significant wants a number that is not zero and 1 to 15 digits: ${target}, ${digits}`);
  const half = Number(`5e${Math.floor(Math.log10(Math.abs(Number(target.toPrecision(digits))))) - digits}`);
  const rounded = Number(target.toPrecision(digits));
  return {
    text: `${show(target, { digits })} (${digits} significant ${digits === 1 ? "digit" : "digits"})`,
    rule: `is the same in ${digits} significant ${digits === 1 ? "digit" : "digits"}`,
    target: rounded,
    agrees: numberThat((value) => Math.abs(value - rounded) <= half * slack),
    digits: (value) => (value - rounded) / (2 * half),
    write: (value) => (typeof value === "number" ? show(value, { digits: Math.min(digits + 1, 17) }).text : String(value)),
  };
}

/** The very same number, text or truth value. */
export function exactly(target: CheckedValue): Expectation {
  return { text: writeFully(target), rule: "is the very same", target: typeof target === "number" ? target : null, agrees: (value) => Object.is(value, target) && (typeof value !== "number" || Number.isFinite(value)), write: writeFully };
}

/** The same order of magnitude: within a factor, the square root of ten unless said. */
export function order(target: number, factor = Math.sqrt(10)): Expectation {
  if (!(target > 0 && factor > 1)) throw new RangeError(`order wants a positive target and a factor above 1: ${target}, ${factor}`);
  return {
    text: `of the order of ${writeFreely(target)}`,
    rule: `is within a factor of ${show(factor, { digits: 3 })}`,
    target,
    agrees: numberThat((value) => value > 0 && Math.abs(Math.log(value / target)) <= Math.log(factor) * slack),
    write: writeFreely,
  };
}

/** A printed numeral: its value, its last digit's worth, and how it is written. */
interface Numeral {
  text: string;
  value: number;
  /** Half a unit of the last printed digit. */
  half: number;
  /** What one unit of the digits is worth: 1e12 for T, 0.01 for %, 1e23 for ×10²³. */
  scale: number;
  decimals: number;
  before: string;
  after: string;
}

const numeral = /^(?<currency>\$)?(?<sign>[-−+])?(?<whole>\d+|\d{1,3}(?:[,\u202f\u00a0 ]\d{3})+)(?:\.(?<fraction>\d+))?(?<power>e[-−+]?\d+|\s?[×x·]\s?10(?:\^?[-−]?\d+|[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+))?[\s\u00a0]?(?<suffix>[kKMBT%×x])?$/u;

function read(text: string, whole: string): Numeral {
  const found = numeral.exec(text.trim())?.groups;
  if (!found) throw new Error(`printed wants a number as papers print it, such as 5.37, 5.76e23, 1.4T, 14 % or 1/29,968: ${whole}`);
  const { currency = "", sign = "", fraction = "", power = "", suffix = "" } = found;
  const exponent = Number(lowered(power).replace(/^e|^\s?[×x·]\s?10\^?/, "").replace("−", "-") || 0);
  const digits = `${found.whole!.replace(/\D/g, "")}.${fraction}`;
  const worth = suffix === "%" ? -2 : Math.round(Math.log10(multiples.find((one) => one.suffix === suffix.toUpperCase())?.factor ?? 1));
  const negative = sign === "-" || sign === "−";
  return {
    text: text.trim(),
    value: Number(`${negative ? "-" : ""}${digits}e${exponent + worth}`),
    half: Number(`5e${exponent + worth - fraction.length - 1}`),
    scale: Number(`1e${exponent + worth}`),
    decimals: fraction.length,
    before: currency,
    after: `${power}${/[\s\u00a0]/.test(text.trim().slice(-2, -1)) ? " " : ""}${suffix}`,
  };
}

function rounds(value: number, { value: target, half }: Numeral): boolean {
  return Math.abs(value - target) <= half * slack;
}

function roundingRule({ half, scale, before, after }: Numeral): string {
  return `rounds to the printed digits: ±${before}${Number((half / scale).toPrecision(1))}${after}`;
}

function unitsOff(value: number, { value: target, half }: Numeral): number {
  return (value - target) / (2 * half);
}

function numberThat(holds: (value: number) => boolean): (value: CheckedValue) => boolean {
  return (value) => typeof value === "number" && Number.isFinite(value) && holds(value);
}

/** In the manner of the print, with as many digits more as it takes to show a difference. */
function writeLike(value: CheckedValue, like: Numeral): string {
  if (typeof value !== "number" || !Number.isFinite(value)) return String(value);
  if (Math.abs(Math.log10(Math.abs(value / like.value))) > 3) return writeFreely(value);
  for (let decimals = like.decimals; decimals < 17; decimals++) {
    const text = `${like.before}${grouped(value / like.scale, decimals)}${like.after}`;
    if (text.replace(/[,\s\u00a0\u202f]/g, "") !== like.text.replace(/[,\s\u00a0\u202f]/g, "") || rounds(value, like)) return text;
  }
  return String(value);
}

function writeFreely(value: CheckedValue): string {
  return typeof value === "number" ? show(value, { digits: 4 }).text : String(value);
}

function writeFully(value: CheckedValue): string {
  return typeof value === "number" && Number.isInteger(value) && Math.abs(value) < 1e15 ? grouped(value, 0) : String(value);
}
