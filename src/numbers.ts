import { positive } from "./domain.ts";

/** `count` values from `from` to `to`, both included, each the same multiple of the one before. */
export function geometric(from: number, to: number, count: number): number[] {
  if (!Number.isInteger(count) || count < 2) throw new RangeError(`count must be an integer of at least 2: ${count}`);
  const step = Math.log(positive("to", to) / positive("from", from)) / (count - 1);
  return Array.from({ length: count }, (_, i) => (i === count - 1 ? to : from * Math.exp(i * step)));
}

/**
 * The x in [lo, hi] at which `f` changes sign, by bisection down to neighbouring doubles.
 * A positive interval is halved in log x, so [1, 1e30] costs no more than [1, 2] does.
 */
export function findRoot(f: (x: number) => number, lo: number, hi: number): number {
  const sign = Math.sign(f(lo));
  if (sign === 0) return lo;
  if (f(hi) === 0) return hi;
  if (sign === Math.sign(f(hi))) throw new RangeError(`f must change sign between ${lo} and ${hi}`);
  for (;;) {
    const x = middle(lo, hi);
    if (x <= lo || x >= hi) return x <= lo ? lo : hi;
    if (Math.sign(f(x)) === sign) lo = x;
    else hi = x;
  }
}

/**
 * The x in [lo, hi], both positive, at which a function with one valley is least: golden section in log x.
 * As with every method that only compares values, x is good to about 1e-8 and f(x) to the last digits.
 */
export function minimize(f: (x: number) => number, lo: number, hi: number): { x: number; value: number } {
  const golden = (Math.sqrt(5) - 1) / 2;
  const at = (u: number) => f(Math.exp(u));
  let [a, b] = [Math.log(positive("lo", lo)), Math.log(positive("hi", hi))];
  let [left, right] = [b - golden * (b - a), a + golden * (b - a)];
  let [atLeft, atRight] = [at(left), at(right)];
  while (b - a > 1e-10) {
    if (atLeft < atRight) {
      [b, right, atRight] = [right, left, atLeft];
      left = b - golden * (b - a);
      atLeft = at(left);
    } else {
      [a, left, atLeft] = [left, right, atRight];
      right = a + golden * (b - a);
      atRight = at(right);
    }
  }
  const x = Math.exp((a + b) / 2);
  return { x, value: f(x) };
}

function middle(lo: number, hi: number): number {
  return lo > 0 && hi > 2 * lo ? Math.sqrt(lo) * Math.sqrt(hi) : lo + (hi - lo) / 2;
}
