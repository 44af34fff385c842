/** Numbers as digits: the manner of each unit, signs, groups of three and powers of ten. */

export interface Written {
  text: string;
  tex: string;
}

const minus = "−";

/** Whole numbers below this are written whole where no digits are asked for. */
const wholes = 1e7;

const superscripts: Record<string, string> = {
  "-": "⁻", "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸", "9": "⁹",
};

/** Thousands, as the field says them: B where the SI has G. */
export const multiples: readonly { suffix: string; factor: number }[] = [
  { suffix: "T", factor: 1e12 },
  { suffix: "B", factor: 1e9 },
  { suffix: "M", factor: 1e6 },
  { suffix: "K", factor: 1e3 },
];
const byteMultiples = [
  { suffix: "PB", factor: 1e15 },
  { suffix: "TB", factor: 1e12 },
  { suffix: "GB", factor: 1e9 },
  { suffix: "MB", factor: 1e6 },
  { suffix: "kB", factor: 1e3 },
];

/** Units that are counted in thousands (97.1B parameters); `count` is the same without a word after it. */
const counted = new Set(["count", "parameters", "tokens"]);

export function writeNumber(value: number, { digits, unit }: { digits?: number; unit?: string }): Written {
  if (!Number.isFinite(value)) return afterNumber(notFinite(value), notFinite(value), unit);
  if (unit === "%") return afterNumber(plain(value * 100, digits), plain(value * 100, digits), "%");
  if (unit === "×") {
    const number = general(value, digits);
    return { text: `${number.text}×`, tex: `${number.tex}\\times` };
  }
  if (unit === "$") return dollars(value, digits);
  if (unit === "bytes") return multiple(value, digits, byteMultiples, " ") ?? afterNumber(plain(value, digits), plain(value, digits), unit);
  if (unit !== undefined && counted.has(unit)) return counting(value, digits, unit === "count" ? undefined : unit);
  const number = general(value, digits);
  return afterNumber(number.text, number.tex, unit);
}

function notFinite(value: number): string {
  return Number.isNaN(value) ? "not a number" : value > 0 ? "∞" : `${minus}∞`;
}

function afterNumber(text: string, tex: string, unit: string | undefined): Written {
  if (unit === undefined || unit === "1") return { text, tex: texDigits(tex) };
  return { text: `${text}\u00a0${unit}`, tex: `${texDigits(tex)}\\,\\text{${unit.replace(/[%$#&_]/g, "\\$&")}}` };
}

function counting(value: number, digits: number | undefined, unit: string | undefined): Written {
  const large = Math.abs(value) >= 1e6 ? multiple(value, digits, multiples, "") : undefined;
  if (!large) {
    const number = general(value, digits);
    return afterNumber(number.text, number.tex, unit);
  }
  return afterNumber(large.text, large.tex, unit);
}

function dollars(value: number, digits: number | undefined): Written {
  const number = multiple(value, digits, multiples.slice(0, 3), "") ?? { text: plain(value, digits), tex: texDigits(plain(value, digits)) };
  return { text: `$${number.text}`, tex: `\\$${number.tex}` };
}

/** 97.1B, 141 GB: the largest multiple that the rounded value reaches; nothing below the smallest or far above the largest. */
function multiple(value: number, digits = 3, table: readonly { suffix: string; factor: number }[], gap: string): Written | undefined {
  const rounded = Number(value.toPrecision(digits));
  const step = table.find(({ factor }) => Math.abs(rounded) >= factor);
  if (!step || Math.abs(rounded) >= 1e4 * table[0]!.factor) return undefined;
  const number = plain(rounded / step.factor, digits);
  return { text: `${number}${gap && "\u00a0"}${step.suffix}`, tex: `${texDigits(number)}${gap && "\\,"}\\text{${step.suffix}}` };
}

/** A value of an axis that counts: 300B, 1.5T, with the digits that the value has and no more. */
export function axisCount(value: number): string {
  const tick = untouched(value);
  return writeNumber(tick, { unit: "count", digits: ownDigits(tick) }).text;
}

/** A value of an axis in powers of ten: 10²⁴, or 3×10²⁰; near one it is written out, 0.01 to 100. */
export function axisPower(value: number): string {
  const tick = untouched(value);
  const exponent = Math.round(Math.log10(tick));
  if (Math.abs(exponent) < 3) return plain(tick, ownDigits(tick));
  return tick === Number(`1e${exponent}`) ? `10${raised(exponent)}` : power(tick, ownDigits(tick)).text;
}

/** A tick as it was before a logarithmic scale rounded its last digits. */
function untouched(tick: number): number {
  return Number(tick.toPrecision(12));
}

/** As many significant digits as the shortest way to write the value has. */
export function ownDigits(value: number): number {
  return value.toExponential().replace(/e.*/, "").replace(/\D/g, "").length;
}

/** Plain digits where they are easy to read, else a power of ten. */
function general(value: number, digits: number | undefined): Written {
  const size = Math.abs(value);
  const readable = value === 0 || (size >= 1e-3 && size < 999_999.5) || (digits === undefined && Number.isInteger(value) && size < wholes) || (digits !== undefined && Number.isInteger(value) && size < 10 ** digits);
  if (readable) return { text: plain(value, digits), tex: plain(value, digits) };
  return power(value, digits ?? 3);
}

function power(value: number, digits: number): Written {
  const [mantissa, exponent] = value.toExponential(digits - 1).split("e") as [string, string];
  const sign = mantissa.replace("-", minus);
  return { text: `${sign}×10${raised(Number(exponent))}`, tex: `${sign}\\times 10^{${Number(exponent)}}` };
}

function raised(exponent: number): string {
  return [...String(exponent)].map((character) => superscripts[character]).join("");
}

/** Digits with groups of three: 720,000 and 5.40. */
export function plain(value: number, digits: number | undefined): string {
  if (digits === undefined && Number.isInteger(value) && Math.abs(value) < wholes) return grouped(value, 0);
  const wanted = digits ?? 3;
  const rounded = Number(value.toPrecision(wanted));
  const leading = rounded === 0 ? 0 : Math.floor(Math.log10(Math.abs(rounded)) + 1e-12);
  return grouped(rounded, Math.max(0, Math.min(100, wanted - 1 - leading)));
}

/** A number with this many decimals and commas between groups of three. */
export function grouped(value: number, decimals: number): string {
  const [whole, fraction] = Math.abs(value).toFixed(decimals).split(".") as [string, string?];
  const groups = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return `${value < 0 ? minus : ""}${groups}${fraction ? `.${fraction}` : ""}`;
}

function texDigits(text: string): string {
  return text.replaceAll(minus, "-").replaceAll("∞", "\\infty ").replaceAll(/,(?=\d)/g, "{,}");
}

/** The reverse of a raised number: `²⁴` to `24`. */
export function lowered(text: string): string {
  return [...text].map((character) => Object.keys(superscripts).find((key) => superscripts[key] === character) ?? character).join("");
}
