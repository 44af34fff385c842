import type { ParametricLaw } from "../../../src/parametric/loss.ts";

/** Hoffmann's law with the exponents most readers would type, and Besiroglu's as printed: the two columns of the talk's comparison. */
export const hoffmannRounded: ParametricLaw = { E: 1.69, A: 406.4, B: 410.7, alpha: 0.34, beta: 0.28 };
export const besiroglu: ParametricLaw = { E: 1.8172, A: 482.01, B: 2085.43, alpha: 0.3478, beta: 0.3658 };

/** Two digits or more of a count, with its letter: 8.0B, 1.75T. */
export function short(value: number, digits: number): string {
  const [unit, letter] = value >= 1e12 ? [1e12, "T"] as const : [1e9, "B"] as const;
  return `${(value / unit).toFixed(digits)}${letter}`;
}
