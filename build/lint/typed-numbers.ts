/** A number that stands in a text as it was typed; `at` is its offset. */
export interface TypedNumber {
  at: number;
  text: string;
}

/**
 * The numbers of two or more significant digits in a text that are neither a year, a date, a reference, a name nor an
 * identifier. Zeros at the end of a whole number do not count: 70, 1,000 and 10²⁴ have one digit.
 */
export function typedNumbers(text: string): TypedNumber[] {
  const free = spansOf(text, [references, dates, identifiers, versions, sizesOfModels]);
  return [...text.matchAll(word)]
    .flatMap(({ 0: found, index }) => numbersIn(found, index))
    .filter(({ at, text: number }) => significantDigits(number) >= 2 && !isYear(number) && !free.some(([from, to]) => at >= from && at < to));
}

/** Letters and digits with what may join them: `Llama3-70B`, `8,192`, `1/29,968`, `10²⁴`. Beside letters that are no multiple it is a name. */
const word = /[\p{L}\d](?:[\p{L}\d⁰¹²³⁴-⁹⁻_]|[.,/‑-](?=[\p{L}\d]))*/gu;

/** A number as it is typed, with a multiple or a power behind it; two of them may be joined to a range or a fraction. */
const numeral = String.raw`\d+(?:,\d{3})*(?:\.\d+)?(?:e[-+]?\d+)?(?:[kKMBTx]|[⁰¹²³⁴-⁹⁻]+)?`;
const numerals = new RegExp(String.raw`^${numeral}(?:[-‑/,.]${numeral})*$`, "u");

function numbersIn(found: string, index: number): TypedNumber[] {
  if (!numerals.test(found)) return [];
  return [...found.matchAll(new RegExp(numeral, "gu"))].map((one) => ({ at: index + one.index, text: one[0] }));
}

/** `5.40` has three, `70B` one, `0.05` one, `720,000` two. */
export function significantDigits(number: string): number {
  const mantissa = /^[\d,.]+/.exec(number)![0].replaceAll(",", "");
  const digits = mantissa.replace(".", "").replace(/^0+/, "");
  return (mantissa.includes(".") ? digits : digits.replace(/0+$/, "")).length;
}

function isYear(number: string): boolean {
  return /^(?:19|20)\d\d$/.test(number);
}

/** `Table 13`, `Appendix D.4`, `slides 9 to 11`, `Equations 1.1, 1.2 and B.7`. */
const place = String.raw`(?:[A-Z]\.?)?\d+(?:\.\d+)*[a-z]?`;
const places = "slides?|figures?|figs?\\.|tables?|equations?|eqs?\\.|sections?|sec\\.|appendix|appendices|chapters?|pages?|pp?\\.|questions?|footnotes?|steps?|algorithms?|theorems?|rows?|columns?|versions?";
const references = new RegExp(String.raw`(?<![\p{L}])(?:${places}|§)[\s\u00a0]*${place}(?:(?:,| and| or| to|,? and|[-–])[\s\u00a0]*${place}(?![\d,]*[\s\u00a0]?%))*`, "giu");

const months = "January|February|March|April|May|June|July|August|September|October|November|December";
const dates = new RegExp(String.raw`\d{1,2}[\s\u00a0]+(?:${months})|(?:${months})[\s\u00a0]+\d{1,2}(?![\d,.])`, "gu");

/** `arXiv 2404.10102` and addresses of the web. */
const identifiers = /(?<![\d,.])\d{4}\.\d{4,5}(?![\d.])|\S*:\/\/\S+/gu;

/** A word with a capital that names something, and is no small word at the start of a sentence. */
const small = "The|A|An|At|In|On|Of|By|To|For|From|With|As|And|But|Or|If|So|Its|Our|Their|This|That|These|Those|It|We|Only|About|Over|Under|Some|All|Each|Than|Then|When|Where|Between|Within|After|Before|Even|Nearly|Almost|Is|Are|Was";
const named = String.raw`(?<![\p{L}\d])(?!(?:${small})[\s\u00a0])\p{L}*\p{Lu}[\p{L}\d-]*`;

/** `Llama 3.1`, `Gemini 2.5 Pro`: one digit, a point and one digit behind a name. */
const versions = new RegExp(String.raw`${named}[\s\u00a0]\d\.\d(?![\d.,]*[\s\u00a0]?[%×]|\d)`, "gu");

/** `Llama 3.1 405B`, `Gopher 280B`. */
const sizesOfModels = new RegExp(String.raw`${named}(?:[\s\u00a0]\d(?:\.\d)?)?[\s\u00a0]\d+(?:\.\d+)?[MBT](?![\p{L}\d])`, "gu");

function spansOf(text: string, kinds: readonly RegExp[]): [from: number, to: number][] {
  return kinds.flatMap((kind) => [...text.matchAll(kind)].map(({ 0: found, index }): [number, number] => [index, index + found.length]));
}
