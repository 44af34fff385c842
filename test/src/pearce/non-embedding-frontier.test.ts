import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inFull } from "../../../src/hoffmann/approach-3.ts";
import { geometric, minimize } from "../../../src/numbers.ts";
import { loss, type ParametricLaw } from "../../../src/parametric/loss.ts";
import { bestSize, computeOfBestSize, constants, fittedExponent, fittedLossExponent, localExponent, wholeSize } from "../../../src/pearce/non-embedding-frontier.ts";
import { tokensFor } from "../../../src/transformer/six-n-d.ts";
import { expectDimensions } from "../dimensions.ts";
import { relativeError } from "../relative.ts";

const sets = [["Hoffmann", constants.hoffmann], ["Besiroglu", constants.besiroglu]] as const;
const sizes = fc.double({ min: 2, max: 13, noNaN: true }).map((u) => 10 ** u);

/** Hoffmann's Table A9: parameters in millions and width, with the 14,494 that the script has for 14,940. */
const parameters = [44, 57, 74, 90, 106, 117, 140, 163, 175, 196, 217, 251, 278, 306, 425, 489, 509, 552, 587, 632, 664, 724, 816, 893, 1018, 1143, 1266, 1424, 1429, 1593, 1609, 1731, 1794, 2007, 2283, 2298, 2639, 2980, 3530, 3802, 4084, 4516, 6796, 9293, 11452, 12295, 12569, 13735, 14494, 16183];
const widths = [512, 576, 640, 640, 640, 768, 768, 768, 896, 896, 896, 1024, 1024, 1024, 1280, 1280, 1408, 1280, 1408, 1536, 1408, 1536, 1536, 1792, 1792, 1792, 2048, 2176, 2048, 2048, 2176, 2304, 2176, 2304, 2304, 2560, 2560, 2560, 2688, 2816, 2944, 3072, 3584, 4096, 4352, 4608, 4608, 4864, 4992, 5120];
const models = parameters.map((millions, i) => ({ whole: millions * 1e6, bare: millions * 1e6 - 32_000 * widths[i]! }));
/** ω of the best N + ω·N^p: by default the least squares of logarithms. */
function omegaFor(p: number, scale: (x: number) => number = Math.log): { x: number; value: number } {
  const squares = (omega: number) => models.reduce((sum, { whole, bare }) => sum + (scale(bare + omega * bare ** p) - scale(whole)) ** 2, 0);
  return minimize(squares, 1e3, 1e7);
}

describe.each(sets)("the frontier without embeddings, with the constants of %s", (_, law) => {
  test("is the numerical minimum over N of A/N_T^α + B/D^β with D = C/6N", () => {
    for (const N of [768, 1e6, 1e9]) {
      const C = computeOfBestSize(N, law);
      const best = minimize((n) => law.A / wholeSize(n) ** law.alpha + law.B / tokensFor(C, n) ** law.beta, N / 100, N * 100);
      expect(relativeError(best.x, N)).toBeLessThan(1e-5);
    }
  });
  test("has the local exponent of its own slope", () => {
    for (const N of [768, 1e6, 1e9]) {
      const slope = Math.log(1.0001 ** 2) / Math.log(computeOfBestSize(N * 1.0001, law) / computeOfBestSize(N / 1.0001, law));
      expect(relativeError(slope, localExponent(N, law))).toBeLessThan(1e-6);
    }
  });
  test("has the exponents β/(α/3+β) and β/(α+β) for its limits", () => {
    const { alpha, beta } = law;
    expect(relativeError(localExponent(1e-6, law), beta / (alpha / 3 + beta))).toBeLessThan(1e-4);
    expect(relativeError(localExponent(1e18, law), beta / (alpha + beta))).toBeLessThan(1e-4);
  });
  test("gives every size back from its budget, and more for more", () => {
    fc.assert(fc.property(sizes, (N) => {
      expect(relativeError(bestSize(computeOfBestSize(N, law), law), N)).toBeLessThan(1e-9);
      expect(computeOfBestSize(1.01 * N, law)).toBeGreaterThan(computeOfBestSize(N, law));
    }), { numRuns: 200 });
  });
});

describe("the exponent that a study of small models would fit", () => {
  test("is the 0.74 and the 0.78 that Pearce & Song print, one for each set of constants", () => {
    expect(sets.map(([, law]) => fittedExponent(law).toFixed(2))).toEqual(["0.74", "0.78"]);
  });
  test("is 0.739 and 0.781 in their simulation of twenty sizes, whose steps add up to 0.006; for all parameters it is 0.458 and 0.515", () => {
    const simulations = sets.map(([, law]) => simulate(law));
    expect(simulations.map(({ bare }) => bare.toFixed(3))).toEqual(["0.739", "0.781"]);
    simulations.forEach(({ whole }, i) => expect(Math.abs(whole - [0.458, 0.515][i]!)).toBeLessThan(2e-3));
    simulations.forEach(({ bare }, i) => expect(Math.abs(bare - fittedExponent(sets[i]![1]))).toBeLessThan(0.006));
  });
  test("is 0.066 and 0.069 for the loss, without an offset, where Kaplan has 0.057", () => {
    expect(sets.map(([, law]) => fittedLossExponent(law).toFixed(3))).toEqual(["-0.066", "-0.069"]);
  });
  test("is no constant: 0.72, 0.97, 0.56 and 0.47 by Hoffmann's constants, 0.76, 0.96, 0.61 and 0.53 by Besiroglu's, from 768 parameters to 1.5 billion (P2)", () => {
    const along = sets.map(([, law]) => [768, 1e6, 1e8, 1.5e9].map((N) => localExponent(N, law).toFixed(2)));
    expect(along).toEqual([["0.72", "0.97", "0.56", "0.47"], ["0.76", "0.96", "0.61", "0.53"]]);
  });
  test("falls to the true one when the models are large", () => {
    for (const [, law] of sets) expect(fittedExponent(law, 1e26, 1e30) - law.beta / (law.alpha + law.beta)).toSatisfy((x: number) => x > 0 && x < 0.01);
  });
});

describe("ω", () => {
  test("is the coefficient of a fit whose exponent was free and came out as 0.339, not the 1/3 it is used with (P1)", () => {
    const p = minimize((exponent) => omegaFor(exponent).value, 0.2, 0.5).x;
    expect(p.toFixed(4)).toBe("0.3393");
    expect(relativeError((wholeSize(1e9) - 1e9) / 1e3, omegaFor(p).x)).toBeLessThan(5e-4);
  });
  test("would be 52,960 with 1/3 held, or 60,953 if the sizes and not their logarithms are fitted (P1)", () => {
    expect(omegaFor(1 / 3).x.toFixed(0)).toBe("52960");
    expect(omegaFor(1 / 3, (x) => x).x.toFixed(0)).toBe("60953");
  });
  test("is 32,000·(39.2/12)^(1/3) within 0.03 %: models 39.2 times as wide as deep, where Table A9 has 75 on average", () => {
    expect(relativeError((wholeSize(1e9) - 1e9) / 1e3, 32_000 * (39.2 / 12) ** (1 / 3))).toBeLessThan(3e-4);
  });
});

test("the frontier carries the tokens of B, and ω fixes what a parameter is", () => {
  const { B, beta } = inFull;
  expectDimensions((q) => computeOfBestSize(1e9, { ...inFull, B: q.B! }), { B: [B, { token: beta }] }, { token: 1 });
  expect(() => bestSize(0, inFull)).toThrow("compute must be positive: 0");
  expect(() => wholeSize(-1)).toThrow("parameters must be positive: -1");
});

/** The exponents of the best of twenty sizes over a hundred budgets, where each size has a thousand numbers of tokens to choose the nearest from. */
function simulate(law: ParametricLaw): { bare: number; whole: number } {
  const models = geometric(10 ** 2.9, 10 ** 9.2, 20).map((bare) => ({ bare, whole: bare + 32_000 * ((bare * 39.2) / 12) ** (1 / 3) }));
  const best = (key: "bare" | "whole", C: number) => models.map((model) => ({ size: model[key], L: loss(law, model.whole, nearest(C / (6 * model[key]))) })).reduce((a, b) => (b.L < a.L ? b : a)).size;
  const exponent = (key: "bare" | "whole", from: number) => slope(geometric(from, 10 ** 20.7, 100).map((C) => [Math.log(C), Math.log(best(key, C))]));
  return { bare: exponent("bare", 10 ** 12.95), whole: exponent("whole", 1e14) };
}

/** Of a thousand values from 1e6 to 1e25 the nearest. */
function nearest(D: number): number {
  const step = 19 / 999;
  const below = Math.min(998, Math.max(0, Math.floor((Math.log10(D) - 6) / step)));
  const [lower, upper] = [10 ** (6 + below * step), 10 ** (6 + (below + 1) * step)];
  return D - lower < upper - D ? lower : upper;
}

function slope(points: readonly (readonly [number, number])[]): number {
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [atX, atY] = [mean(points.map(([x]) => x)), mean(points.map(([, y]) => y))];
  return mean(points.map(([x, y]) => (x - atX) * (y - atY))) / mean(points.map(([x]) => (x - atX) ** 2));
}
