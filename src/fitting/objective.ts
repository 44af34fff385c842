/**
 * What a fit makes small: the value at `x`, with the gradient there written into `gradient`, which has as many numbers
 * as `x`. Where the value is not finite the point counts as out of bounds and the gradient is not looked at.
 */
export type Objective = (x: Float64Array, gradient: Float64Array) => number;

/** An objective from a function without gradient: central differences, with a step of ∛ε of each number or of 1. */
export function withDifferences(f: (x: Float64Array) => number): Objective {
  return (x, gradient) => {
    for (let i = 0; i < x.length; i++) {
      const [at, h] = [x[i]!, 6e-6 * Math.max(1, Math.abs(x[i]!))];
      x[i] = at + h;
      const above = f(x);
      x[i] = at - h;
      gradient[i] = (above - f(x)) / (2 * h);
      x[i] = at;
    }
    return f(x);
  };
}
