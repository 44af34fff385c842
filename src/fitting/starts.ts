import type { Random } from "./random.ts";

/** A point to start from: (a, b, e, α, β) = (ln A, ln B, ln E, α, β). */
export type Start = readonly [a: number, b: number, e: number, alpha: number, beta: number];

const axis = (from: number, to: number, step: number): number[] => Array.from({ length: Math.round((to - from) / step) + 1 }, (_, i) => from + i * step);

/**
 * The 4,500 starts of Hoffmann et al. 2022, Section D.2: α and β in {0, 0.5, …, 2}, e in {−1, −0.5, …, 1}, a and b in
 * {0, 5, …, 25}. Most lie so far off that the gradient leads elsewhere.
 */
export function hoffmannGrid(): Start[] {
  const [exponents, e, coefficients] = [axis(0, 2, 0.5), axis(-1, 1, 0.5), axis(0, 25, 5)];
  return exponents.flatMap((alpha) => exponents.flatMap((beta) => e.flatMap((E) => coefficients.flatMap((a) => coefficients.map((b): Start => [a, b, E, alpha, beta])))));
}

/** Starts drawn evenly from the box that the grid spans. */
export function startsInBox(count: number, { uniform }: Random): Start[] {
  return Array.from({ length: count }, (): Start => [25 * uniform(), 25 * uniform(), 2 * uniform() - 1, 2 * uniform(), 2 * uniform()]);
}

/** Thirty-six starts where language models are: α and β from 0.2 to 0.6, and each of the three terms a nat or so at the middle of the runs. */
export function sensibleStarts(meanLnN: number, meanLnD: number): Start[] {
  const exponents = [0.2, 0.35, 0.6];
  return exponents.flatMap((alpha) => exponents.flatMap((beta) => [0, 0.6].flatMap((e) => [-1, 0].map((level): Start => [alpha * meanLnN + level, beta * meanLnD + level, e, alpha, beta]))));
}
