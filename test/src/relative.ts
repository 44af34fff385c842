/** |a − b| in parts of b; 0 where both are equal, infinities included. */
export function relativeError(a: number, b: number): number {
  return a === b ? 0 : Math.abs(a - b) / Math.abs(b);
}

/** The slope of ln f over ln x between x and 1.001x: the exponent of a power law. */
export function localExponent(f: (x: number) => number, x: number): number {
  return Math.log(f(x * 1.001) / f(x)) / Math.log(1.001);
}
