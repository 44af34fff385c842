import type { Objective } from "./objective.ts";

/** Where a minimisation ended. */
export interface Minimum {
  readonly x: Float64Array;
  readonly value: number;
  readonly iterations: number;
  /** how often value and gradient were asked for */
  readonly evaluations: number;
}

export interface Limits {
  /** directions to try at most */
  readonly iterations?: number;
  /** the gain, in parts of the value, that is not worth another step: it ends when the next promises less */
  readonly tolerance?: number;
}

/**
 * Dense BFGS with a line search for the weak Wolfe conditions, which also goes down functions with kinks, such as the
 * nearly absolute values of a narrow Huber loss (Lewis & Overton 2013, "Nonsmooth optimization via quasi-Newton
 * methods"). It ends in a minimum nearby, which need not be the least: start from several points.
 */
export function bfgs(objective: Objective, start: ArrayLike<number>, { iterations = 2000, tolerance = 1e-14 }: Limits = {}): Minimum {
  const n = start.length;
  let here: Point = { x: Float64Array.from(start), gradient: new Float64Array(n), value: 0 };
  let next: Point = { x: new Float64Array(n), gradient: new Float64Array(n), value: 0 };
  const direction = new Float64Array(n);
  const inverse = new Float64Array(n * n);
  here.value = objective(here.x, here.gradient);
  let [iteration, evaluations, fresh] = [0, 1, true];
  const restart = (): void => {
    identity(inverse, n, 1 / norm(here.gradient));
    fresh = true;
  };
  restart();
  while (Number.isFinite(here.value) && iteration < iterations) {
    const slope = descend(inverse, here.gradient, direction);
    if (!(-slope > tolerance * Math.abs(here.value))) break;
    const asked = lineSearch(objective, here, direction, slope, next);
    evaluations += Math.abs(asked);
    if (asked > 0) {
      update(inverse, here, next, fresh);
      [here, next, fresh] = [next, here, false];
      iteration++;
    } else if (fresh) break;
    else restart();
  }
  return { x: here.x, value: here.value, iterations: iteration, evaluations };
}

interface Point {
  readonly x: Float64Array;
  readonly gradient: Float64Array;
  value: number;
}

/**
 * Puts into `next` a point along the direction where the value has fallen enough and the slope has flattened enough.
 * Returns how often it asked; less than zero if it found none lower.
 */
function lineSearch(objective: Objective, here: Point, direction: Float64Array, slope: number, next: Point): number {
  let low = { length: 0, value: here.value, slope };
  let high = { length: Infinity, value: Infinity, slope: NaN };
  let length = 1;
  for (let asked = 1; ; asked++) {
    for (let i = 0; i < direction.length; i++) next.x[i] = here.x[i]! + length * direction[i]!;
    next.value = objective(next.x, next.gradient);
    const there = { length, value: next.value, slope: dot(next.gradient, direction) };
    if (!(there.value <= here.value + 1e-4 * length * slope)) high = there;
    else if (there.slope < 0.9 * slope) low = there;
    else return asked;
    if (asked === 40) return there.value < here.value ? asked : -asked;
    length = high.length < Infinity ? between(low, high, asked) : 4 * length;
  }
}

interface Trial {
  readonly length: number;
  readonly value: number;
  readonly slope: number;
}

/** The lowest point of the cubic through both ends where it lies well inside them, and every third time, or else, the middle. */
function between(low: Trial, high: Trial, asked: number): number {
  const width = high.length - low.length;
  const d = low.slope + high.slope - (3 * (low.value - high.value)) / -width;
  const root = Math.sqrt(d * d - low.slope * high.slope);
  const cubic = high.length - (width * (high.slope + root - d)) / (high.slope - low.slope + 2 * root);
  const inside = cubic > low.length + 0.05 * width && cubic < high.length - 0.05 * width;
  return inside && asked % 3 !== 0 ? cubic : low.length + width / 2;
}

/** direction = −H·gradient; returns the slope along it. */
function descend(inverse: Float64Array, gradient: Float64Array, direction: Float64Array): number {
  const n = gradient.length;
  let slope = 0;
  for (let i = 0; i < n; i++) {
    let sum = 0;
    for (let j = 0; j < n; j++) sum -= inverse[i * n + j]! * gradient[j]!;
    direction[i] = sum;
    slope += sum * gradient[i]!;
  }
  return slope;
}

/** The BFGS update of the inverse Hessian; the first takes its scale from the step itself. */
function update(inverse: Float64Array, from: Point, to: Point, first: boolean): void {
  const n = from.x.length;
  const s = to.x.map((value, i) => value - from.x[i]!);
  const y = to.gradient.map((value, i) => value - from.gradient[i]!);
  const curvature = dot(s, y);
  if (!(curvature > 0)) return;
  if (first) identity(inverse, n, curvature / dot(y, y));
  const Hy = new Float64Array(n);
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) Hy[i]! += inverse[i * n + j]! * y[j]!;
  const factor = (1 + dot(y, Hy) / curvature) / curvature;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) inverse[i * n + j]! += factor * s[i]! * s[j]! - (Hy[i]! * s[j]! + s[i]! * Hy[j]!) / curvature;
  }
}

function identity(matrix: Float64Array, n: number, scale: number): void {
  matrix.fill(0);
  for (let i = 0; i < n; i++) matrix[i * n + i] = scale;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

function norm(a: Float64Array): number {
  return Math.sqrt(dot(a, a));
}
