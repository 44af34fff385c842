import { positive } from "../domain.ts";
import { leastSquares } from "./least-squares.ts";

/** y = k·x^exponent. */
export interface FittedPowerLaw {
  readonly k: number;
  readonly exponent: number;
}

/**
 * The straight line through points in logarithms, by least squares of ln y; weights, where given, are of the squares.
 * Errors: fewer than two points, or one that is not positive.
 */
export function fitPowerLaw(xs: readonly number[], ys: readonly number[], weights?: readonly number[]): FittedPowerLaw {
  const logs = xs.map((x) => Math.log(positive("x", x)));
  const middle = logs.reduce((sum, x) => sum + x, 0) / logs.length;
  const [level, exponent] = leastSquares(logs.map((x) => [1, x - middle]), ys.map((y) => Math.log(positive("y", y))), weights) as [number, number];
  return { k: Math.exp(level - exponent * middle), exponent };
}

/** The law's y at x. */
export function atPower({ k, exponent }: FittedPowerLaw, x: number): number {
  return k * positive("x", x) ** exponent;
}
