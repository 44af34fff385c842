import { describe, expect, test } from "vitest";
import { trainingFlops } from "../../../src/hoffmann/training-flops.ts";
import { flops } from "../../../src/transformer/flops.ts";
import { models } from "../../../src/transformer/models.ts";
import { parameters } from "../../../src/transformer/parameters.ts";
import { sixND } from "../../../src/transformer/six-n-d.ts";
import { relativeError } from "../relative.ts";

const T = 2048;
/** Hoffmann et al. 2022, Table A4: layers, width, MLP, heads, head size, and the printed ratio of their FLOP to 6ND. */
const tableA4 = [
  [10, 640, 2560, 10, 64, "1.03"], [20, 1024, 4096, 16, 64, "1.10"], [24, 1280, 5120, 10, 128, "1.08"],
  [26, 1792, 7168, 14, 128, "1.04"], [28, 2048, 8192, 16, 128, "1.03"], [40, 3584, 14_336, 28, 128, "0.99"],
] as const;

function ratio([layers, width, mlpWidth, heads, headSize]: (typeof tableA4)[number], vocabulary: boolean, relative = true): number {
  const shape = { ...models.chinchilla, layers, width, mlpWidth, heads, kvHeads: heads, headSize, relative };
  return trainingFlops(shape, T, { vocabulary }) / sixND(parameters(shape).total, T);
}

describe("the FLOP of Hoffmann's Appendix F", () => {
  test("give Table A4's six ratios only without the embeddings that the text says are included (H11)", () => {
    for (const row of tableA4) expect(Math.abs(ratio(row, false) - Number(row[5]))).toBeLessThan(0.006);
    expect(tableA4.map((row) => ratio(row, true).toFixed(2))).toEqual(["1.58", "1.32", "1.23", "1.14", "1.12", "1.03"]);
  });
  test("are divided there by parameters with the fifth attention matrix: with the usual four the ratios would be 4 to 8 % more (H11, H12)", () => {
    for (const row of tableA4) {
      expect(Math.abs(ratio(row, false, false) - Number(row[5]))).toBeGreaterThan(0.03);
      expect(ratio(row, false, false) / ratio(row, false)).toSatisfy((x: number) => x > 1.035 && x < 1.085);
    }
  });
  test("double with the sequences and grow faster than the context, by the square of their scores", () => {
    const at = (context: number) => trainingFlops(models.chinchilla, context, { vocabulary: false });
    expect((at(2 * T) - 2 * at(T)) / (2 * T * T)).toBe(3 * 80 * (4 * 64 * 128 + 3 * 64));
  });
  test("are our own count and a softmax, which is under 1 % of it", () => {
    const ours = flops(models.chinchilla, 1, T, { vocabulary: "both" }).total;
    const softmax = 3 * 80 * 3 * 64 * T * T;
    expect(relativeError(trainingFlops(models.chinchilla, T, { vocabulary: true }), ours + softmax)).toBeLessThan(1e-12);
    expect(softmax / ours).toBeLessThan(0.01);
  });
  test("call Gopher's and Chinchilla's compute 4.75e23 and 5.68e23, not one 5.76e23 (H10)", () => {
    const run = (id: "gopher" | "chinchilla") => (trainingFlops(models[id], T, { vocabulary: true }) / T) * models[id].tokens;
    expect([run("gopher").toPrecision(3), run("chinchilla").toPrecision(3)]).toEqual(["4.75e+23", "5.68e+23"]);
  });
});
