import { positive } from "./domain.ts";

/** `count` values from `from` to `to`, both included, each the same multiple of the one before. */
export function geometric(from: number, to: number, count: number): number[] {
  if (!Number.isInteger(count) || count < 2) throw new RangeError(`count must be an integer of at least 2: ${count}`);
  const step = Math.log(positive("to", to) / positive("from", from)) / (count - 1);
  return Array.from({ length: count }, (_, i) => (i === count - 1 ? to : from * Math.exp(i * step)));
}

/**
 * The x in [lo, hi] at which `f` changes sign, to the last double or two, by Chandrupatla's method (Advances in Engineering
 * Software 28, 1997): inverse quadratic interpolation where the last three points allow it, bisection where they do not.
 * A wide positive interval is first narrowed over log x, so [1, 1e30] costs little more than [1, 2] does.
 */
export function findRoot(f: (x: number) => number, lo: number, hi: number): number {
  const [atLo, atHi] = [f(lo), f(hi)];
  if (atLo === 0) return lo;
  if (atHi === 0) return hi;
  if (!(Math.sign(atLo) * Math.sign(atHi) < 0)) throw new RangeError(`f must change sign between ${lo} and ${hi}`);
  let [a, b]: Pair = [{ x: lo, y: atLo }, { x: hi, y: atHi }];
  if (lo > 0 && hi > 2 * lo) {
    const logarithmic = ({ x, y }: Point): Point => ({ x: Math.log(x), y });
    const ends = narrow((u) => f(Math.exp(u)), [logarithmic(a), logarithmic(b)], () => Math.LN2 / 8);
    [a, b] = ends.map(({ x, y }) => ({ x: Math.exp(x), y })) as Pair;
  }
  [a, b] = narrow(f, [a, b], (x) => Math.abs(x) * Number.EPSILON / 2);
  return Math.abs(a.y) < Math.abs(b.y) ? a.x : b.x;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Two points with a change of sign between them. */
type Pair = [Point, Point];

/** Brings two points together until they are no further apart than twice the distance that is allowed at the better of them. */
function narrow(f: (x: number) => number, [a, b]: Pair, allowed: (x: number) => number): Pair {
  let c = a;
  let share = 0.5;
  for (;;) {
    const x = a.x + share * (b.x - a.x);
    const next = { x, y: f(x) };
    if (Math.sign(next.y) === Math.sign(a.y)) c = a;
    else [c, b] = [b, a];
    a = next;
    const least = allowed(Math.abs(a.y) < Math.abs(b.y) ? a.x : b.x) / Math.abs(b.x - a.x);
    if (a.y === 0 || !(least < 0.5)) return [a, b];
    share = Math.min(1 - least, Math.max(least, interpolated(a, b, c)));
  }
}

/** Where between a and b the inverse parabola through the three points is zero; halfway where it is no good guide. */
function interpolated(a: Point, b: Point, c: Point): number {
  const [xi, phi] = [(a.x - b.x) / (c.x - b.x), (a.y - b.y) / (c.y - b.y)];
  if (!(phi ** 2 < xi && (1 - phi) ** 2 < 1 - xi)) return 0.5;
  const share = (a.y / (b.y - a.y)) * (c.y / (b.y - c.y)) + ((c.x - a.x) / (b.x - a.x)) * (a.y / (c.y - a.y)) * (b.y / (c.y - b.y));
  return Number.isFinite(share) ? share : 0.5;
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
