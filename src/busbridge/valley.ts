import { geometric, minimize } from "../numbers.ts";

/**
 * The least value of a function on [lo, hi], both positive, that may have more than one valley: the lowest of
 * `points` values evenly spaced in log x, and golden section between its neighbours.
 */
export function lowestValley(f: (x: number) => number, lo: number, hi: number, points = 60): { x: number; value: number } {
  const xs = geometric(lo, hi, points);
  const values = xs.map(f);
  const i = values.indexOf(Math.min(...values));
  return minimize(f, xs[Math.max(i - 1, 0)]!, xs[Math.min(i + 1, points - 1)]!);
}
