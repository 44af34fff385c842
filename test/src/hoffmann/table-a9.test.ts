import { describe, expect, test } from "vitest";
import { models } from "../../../src/transformer/models.ts";
import { parameters } from "../../../src/transformer/parameters.ts";
import type { Shape } from "../../../src/transformer/shape.ts";

/** Hoffmann et al. 2022, Table A9: millions of parameters, width, size of a head, heads, layers. The MLP is four times as wide as the model in all of them. */
const tableA9 = [
  [44, 512, 64, 8, 8], [57, 576, 64, 9, 9], [74, 640, 64, 10, 10], [90, 640, 64, 10, 13], [106, 640, 64, 10, 16], [117, 768, 64, 12, 12],
  [140, 768, 64, 12, 15], [163, 768, 64, 12, 18], [175, 896, 64, 14, 14], [196, 896, 64, 14, 16], [217, 896, 64, 14, 18], [251, 1024, 64, 16, 16],
  [278, 1024, 64, 16, 18], [306, 1024, 64, 16, 20], [425, 1280, 128, 10, 18], [489, 1280, 128, 10, 21], [509, 1408, 128, 11, 18],
  [552, 1280, 128, 10, 24], [587, 1408, 128, 11, 21], [632, 1536, 128, 12, 19], [664, 1408, 128, 11, 24], [724, 1536, 128, 12, 22],
  [816, 1536, 128, 12, 25], [893, 1792, 128, 14, 20], [1018, 1792, 128, 14, 23], [1143, 1792, 128, 14, 26], [1266, 2048, 128, 16, 22],
  [1424, 2176, 128, 17, 22], [1429, 2048, 128, 16, 25], [1593, 2048, 128, 16, 28], [1609, 2176, 128, 17, 25], [1731, 2304, 128, 18, 24],
  [1794, 2176, 128, 17, 28], [2007, 2304, 128, 18, 28], [2283, 2304, 128, 18, 32], [2298, 2560, 128, 20, 26], [2639, 2560, 128, 20, 30],
  [2980, 2560, 128, 20, 34], [3530, 2688, 128, 22, 36], [3802, 2816, 128, 22, 36], [4084, 2944, 128, 22, 36], [4516, 3072, 128, 24, 36],
  [6796, 3584, 128, 28, 40], [9293, 4096, 128, 32, 42], [11452, 4352, 128, 32, 47], [12295, 4608, 128, 36, 44], [12569, 4608, 128, 32, 47],
  [13735, 4864, 128, 32, 47], [14940, 4992, 128, 32, 49], [16183, 5120, 128, 40, 47],
] as const;

type Row = (typeof tableA9)[number];

function shape([, width, headSize, heads, layers]: Row): Shape {
  return { ...models.chinchilla, width, mlpWidth: 4 * width, headSize, heads, kvHeads: heads, layers };
}

/** By how many millions we count more than is printed. */
function excess(row: Row, change: Partial<Shape> = {}): number {
  return parameters({ ...shape(row), ...change }).total / 1e6 - row[0];
}

describe("the fifty models of Hoffmann's Table A9", () => {
  test("are counted to within 1M in 45 rows and 1.5M in all, with a fifth attention matrix, a vocabulary of 32,000 and biases (H12)", () => {
    const errors = tableA9.map((row) => Math.abs(excess(row)));
    expect(tableA9.length).toBe(50);
    expect(errors.filter((error) => error <= 1).length).toBe(45);
    expect(Math.max(...errors)).toSatisfy((worst: number) => worst > 1.4 && worst < 1.5);
    expect(Math.max(...tableA9.map((row) => Math.abs(excess(row)) / row[0]))).toBeLessThan(0.007);
  });
  test("are 7 % more than the usual four matrices make, but where heads are fewer than the width asks for", () => {
    const short = tableA9.map((row) => -excess(row, { relative: false }) / row[0]).sort((a, b) => a - b);
    expect((100 * short[25]!).toFixed(0)).toBe("7");
    expect(short[0]).toBeGreaterThan(0.04);
    expect(short.at(-1)).toBeLessThan(0.08);
  });
  test("tell the vocabulary: with GPT-2's 50,257 words the small ones are 9M too many", () => {
    expect(excess(tableA9[0], { vocabulary: 50_257 })).toSatisfy((x: number) => x > 9 && x < 9.5);
  });
  test("tie the head to the embedding table: with one of its own the smallest is 16M too many", () => {
    expect(excess(tableA9[0], { tied: false }).toFixed(0)).toBe("16");
  });
});
