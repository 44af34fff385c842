import { describe, expect, test } from "vitest";
import { seeded } from "../../../src/fitting/random.ts";

const many = 100_000;

describe("seeded random numbers", () => {
  test("are the same for the same seed and others for another", () => {
    const first = (seed: number) => Array.from({ length: 5 }, seeded(seed).uniform);
    expect(first(7)).toEqual(first(7));
    expect(first(7)).not.toEqual(first(8));
    expect(new Set([1, 2, 3, 4, 5].flatMap(first)).size).toBe(25);
  });
  test("are xoshiro128** after splitmix32, as the published recurrences give them in exact integers", () => {
    const next = referenceXoshiro(42n);
    const { uniform } = seeded(42);
    for (let i = 0; i < 1000; i++) expect(uniform()).toBe((Number(next() >> 5n) * 2 ** 26 + Number(next() >> 6n)) / 2 ** 53);
  });
  test("fill a hundred boxes evenly: χ² of 99 degrees of freedom within 4.5 deviations", () => {
    const boxes = new Array<number>(100).fill(0);
    const { uniform } = seeded(1);
    for (let i = 0; i < many; i++) boxes[Math.floor(100 * uniform())]!++;
    const chi2 = boxes.reduce((sum, n) => sum + (n - many / 100) ** 2 / (many / 100), 0);
    expect(Math.abs(chi2 - 99)).toBeLessThan(4.5 * Math.sqrt(2 * 99));
  });
  test("as indices stay below the count and reach all of them", () => {
    const { index } = seeded(3);
    expect([...new Set(Array.from({ length: 1000 }, () => index(7)))].sort()).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });
  test("normal ones have the first four moments of a normal distribution, and a 1.96th part outside", () => {
    const { normal } = seeded(2);
    const z = Array.from({ length: many }, normal);
    const moment = (k: number) => z.reduce((sum, x) => sum + x ** k, 0) / many;
    // Standard errors of the moments: 1, √2, √15, √96 over √many.
    [0, 1, 0, 3].forEach((expected, i) => expect(Math.abs(moment(i + 1) - expected)).toBeLessThan((4.5 * Math.sqrt([1, 2, 15, 96][i]!)) / Math.sqrt(many)));
    expect(Math.abs(z.filter((x) => Math.abs(x) > 1.959964).length / many - 0.05)).toBeLessThan(4.5 * Math.sqrt((0.05 * 0.95) / many));
  });
});

/** Blackman and Vigna's generator with the state of splitmix32, in integers of any size. */
function referenceXoshiro(seed: bigint): () => bigint {
  const mask = 0xffffffffn;
  const rotl = (x: bigint, k: bigint) => ((x << k) | (x >> (32n - k))) & mask;
  let split = seed;
  const s = [0, 0, 0, 0].map(() => {
    split = (split + 0x9e3779b9n) & mask;
    let z = split;
    z = ((z ^ (z >> 16n)) * 0x21f0aaadn) & mask;
    z = ((z ^ (z >> 15n)) * 0x735a2d97n) & mask;
    return z ^ (z >> 15n);
  });
  return () => {
    const result = (rotl((s[1]! * 5n) & mask, 7n) * 9n) & mask;
    const t = (s[1]! << 9n) & mask;
    s[2]! ^= s[0]!;
    s[3]! ^= s[1]!;
    s[1]! ^= s[2]!;
    s[0]! ^= s[3]!;
    s[2]! ^= t;
    s[3] = rotl(s[3]!, 11n);
    return result;
  };
}
