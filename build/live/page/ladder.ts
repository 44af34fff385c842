/** The values that a slider and its two buttons go through. */

export interface Range {
  standard: number;
  min: number | null;
  max: number | null;
}

/** Wider than this, a range is gone through in equal factors and not in equal steps. */
const twoDecades = 100;
const mantissas = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8];

/** From the least to the greatest value, round ones between them, the standard among them. */
export function ladder({ standard, min, max }: Range): number[] {
  const whole = [standard, min ?? 0, max ?? 0].every(Number.isInteger);
  const low = min ?? Math.min(0, standard);
  const high = max ?? Math.max(2 * standard, 1);
  const between = isWide(low, high) ? factors(low > 0 ? low : (standard || high) / 1e4, high) : steps(low, high, whole);
  const values = [low, high, standard, ...between].map((value) => (whole ? Math.round(value) : value));
  return [...new Set(values)].filter((value) => value >= low && value <= high).sort((a, b) => a - b);
}

/** The place of a value on the ladder, or of the nearest one. */
export function placeOn(values: readonly number[], value: number): number {
  const above = values.findIndex((one) => one >= value);
  if (above < 0) return values.length - 1;
  return above > 0 && value - values[above - 1]! < values[above]! - value ? above - 1 : above;
}

/** The next value of the ladder, up or down. */
export function nextOn(values: readonly number[], value: number, direction: 1 | -1): number {
  const further = direction > 0 ? values.find((one) => one > value) : values.findLast((one) => one < value);
  return further ?? value;
}

/** A value as one would type it: `2000`, `0.4`, `3e10`. */
export function typed(value: number): string {
  const [plain, power] = [String(value), value.toExponential().replace("e+", "e")];
  return plain.length > 6 && power.length < plain.length ? power : plain;
}

function isWide(low: number, high: number): boolean {
  return low >= 0 && high > twoDecades * (low || high / (2 * twoDecades ** 2));
}

function factors(low: number, high: number): number[] {
  const decades = Array.from({ length: Math.ceil(Math.log10(high / low)) + 2 }, (_, index) => Math.floor(Math.log10(low)) + index);
  return decades.flatMap((decade) => mantissas.map((mantissa) => Number(`${mantissa}e${decade}`)));
}

/** About a hundred steps of one, two or five units of a digit. */
function steps(low: number, high: number, whole: boolean): number[] {
  const rough = (high - low) / 100;
  const unit = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(whole ? 1 : 0, unit * [1, 2, 5, 10].find((one) => one * unit >= rough * 0.999)!);
  const first = Math.ceil(low / step);
  return Array.from({ length: Math.floor(high / step) - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)));
}
