import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seeded } from "../../../src/fitting/random.ts";
import { bestMoment, gainBits, gainDecibels, nearestE8, secondMoments, simulateE8 } from "../../../src/lattice/quantiser.ts";

const { Z, E8, leech } = secondMoments;
const vectors = fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 8, maxLength: 8 });
const inE8 = (y: readonly number[]) => (y.every(Number.isInteger) || y.every((value) => Number.isInteger(value - 0.5))) && y.reduce((a, b) => a + b, 0) % 2 === 0;

describe("lattices as quantisers", () => {
  test("the second moments as printed: 0.0833, 0.0717, 0.0658, and 0.0585 at the end", () => {
    expect([Z.G, E8.G, leech.G, bestMoment].map((G) => G.toFixed(4))).toEqual(["0.0833", "0.0717", "0.0658", "0.0585"]);
  });
  test("gains of 0.65, 1.03 and 1.53 dB, which are 0.11, 0.17 and 0.25 bits a number", () => {
    expect([E8.G, leech.G, bestMoment].map((G) => gainDecibels(G).toFixed(2))).toEqual(["0.65", "1.03", "1.53"]);
    expect([E8.G, leech.G, bestMoment].map((G) => gainBits(G).toFixed(2))).toEqual(["0.11", "0.17", "0.25"]);
    expect([gainDecibels(Z.G), gainBits(Z.G)]).toEqual([0, 0]);
  });
  test("the nearest point is a point of E8, and none of its 240 neighbours is nearer", () => {
    const shortest: number[][] = [];
    for (let i = 0; i < 8; i++) for (let j = 0; j < i; j++) for (const a of [1, -1]) for (const b of [1, -1]) shortest.push(Array.from({ length: 8 }, (_, k) => (k === i ? a : k === j ? b : 0)));
    for (let signs = 0; signs < 256; signs++) {
      const vector = Array.from({ length: 8 }, (_, k) => ((signs >> k) & 1 ? -0.5 : 0.5));
      if (inE8(vector)) shortest.push(vector);
    }
    expect(shortest.length).toBe(240);
    fc.assert(fc.property(vectors, (x) => {
      const y = nearestE8(x);
      const distance = (z: readonly number[]) => x.reduce((sum, value, i) => sum + (value - z[i]!) ** 2, 0);
      expect(inE8(y)).toBe(true);
      for (const step of shortest) expect(distance(y)).toBeLessThanOrEqual(distance(y.map((value, i) => value + step[i]!)) + 1e-9);
    }), { numRuns: 300 });
  });
  test("random points find the published second moment of E8", () => {
    const { mean, standardError } = simulateE8(40_000, seeded(8));
    expect(Math.abs(mean - E8.G) / standardError).toBeLessThan(3);
    expect(standardError).toBeLessThan(2e-4);
  });
  test("a second moment is positive", () => {
    expect(() => gainBits(0)).toThrow("second moment must be positive: 0");
    expect(() => gainDecibels(-1)).toThrow("second moment must be positive: -1");
    expect(() => simulateE8(0, seeded(1))).toThrow("samples must be positive: 0");
  });
});
