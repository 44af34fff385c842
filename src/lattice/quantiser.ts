import { positive } from "../domain.ts";
import type { Random } from "../fitting/random.ts";
import type { Published } from "../published.ts";

/**
 * Normalised second moments: the mean squared error per number of rounding to the nearest point of a lattice, when one
 * point in a unit of volume is all that is allowed. The less, the better the lattice quantises.
 */
export const secondMoments = {
  Z: { name: "Z", G: 1 / 12 },
  E8: { name: "E8", G: 929 / 12_960 },
  leech: { name: "Leech", G: 0.065771 },
  source: "Conway & Sloane 1999 (Sphere Packings, Lattices and Groups)", where: "Chapter 2, Table 2.3; that of E8 exactly in Conway & Sloane 1982", confidence: "memory",
} as const satisfies Published & Record<string, unknown>;

/** 1/(2πe), below which no quantiser of any dimension gets: Zador's bound in the limit of many dimensions. */
export const bestMoment = 1 / (2 * Math.PI * Math.E);

/** How much less noise than rounding each number alone makes at as many bits: 10 log₁₀((1/12)/G) decibels. */
export function gainDecibels(G: number): number {
  return 10 * Math.log10(1 / 12 / positive("second moment", G));
}

/** The same gain as bits of a number that are saved at as much noise: ½ log₂((1/12)/G). */
export function gainBits(G: number): number {
  return 0.5 * Math.log2(1 / 12 / positive("second moment", G));
}

/**
 * The nearest point of E8, eight numbers at a time: E8 is D8 (whole numbers of even sum) and D8 moved by ½ in every
 * coordinate, and in D8 one rounds, and if the sum is odd rounds the worst coordinate the other way. Conway & Sloane 1982.
 */
export function nearestE8(x: readonly number[]): number[] {
  const whole = nearestD8(x);
  const half = nearestD8(x.map((value) => value - 0.5)).map((value) => value + 0.5);
  return squaredDistance(x, whole) <= squaredDistance(x, half) ? whole : half;
}

/** The second moment of E8, whose points are one in a unit of volume, from so many random points: mean squared error per number. */
export function simulateE8(samples: number, random: Random): { mean: number; standardError: number } {
  let [sum, squares] = [0, 0];
  for (let i = 0; i < positive("samples", samples); i++) {
    const x = Array.from({ length: 8 }, () => 4 * random.uniform());
    const error = squaredDistance(x, nearestE8(x)) / 8;
    sum += error;
    squares += error ** 2;
  }
  const mean = sum / samples;
  return { mean, standardError: Math.sqrt((squares / samples - mean ** 2) / samples) };
}

function nearestD8(x: readonly number[]): number[] {
  const rounded = x.map(Math.round);
  if (rounded.reduce((sum, value) => sum + value, 0) % 2 === 0) return rounded;
  const off = x.map((value, i) => Math.abs(value - rounded[i]!));
  const worst = off.indexOf(Math.max(...off));
  rounded[worst]! += x[worst]! > rounded[worst]! ? 1 : -1;
  return rounded;
}

function squaredDistance(x: readonly number[], y: readonly number[]): number {
  return x.reduce((sum, value, i) => sum + (value - y[i]!) ** 2, 0);
}
