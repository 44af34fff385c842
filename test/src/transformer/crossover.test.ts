import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { crossover, projectionCrossover, scoreShare, textbookCrossover } from "../../../src/transformer/crossover.ts";
import { flops } from "../../../src/transformer/flops.ts";
import { models } from "../../../src/transformer/models.ts";
import { relativeError } from "../relative.ts";
import { anyShape, textbook } from "./shapes.ts";

const llama = models.llama3_70b;

describe("the context at which attention costs as much as the rest", () => {
  test("is 8D for the slide's shape, and 2D against the projections alone", () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 300 }), (n) => {
      const shape = textbook(64 * n);
      expect(relativeError(crossover(shape), textbookCrossover(64 * n))).toBeLessThan(1e-12);
      expect(relativeError(projectionCrossover(shape), 2 * 64 * n)).toBeLessThan(1e-12);
    }));
  });
  test("is 59,392 for F = 3.5D, 52,224 for Llama 3 70B's shared keys, 104,448 with a causal mask", () => {
    expect(textbookCrossover(8192)).toBe(65_536);
    expect(Math.round(crossover({ ...llama, kvHeads: 64 }))).toBe(59_392);
    expect(Math.round(crossover(llama))).toBe(52_224);
    expect(Math.round(crossover(llama, "causal"))).toBe(104_448);
  });
  test("is 36,864 for the width of Gemma 2 27B by 8D, of which the book makes around 32k, and 69,120 by its shape", () => {
    expect(textbookCrossover(models.gemma2_27b.width)).toBe(36_864);
    expect(Math.round(crossover(models.gemma2_27b))).toBe(69_120);
    expect(69_120).toBe((3 * 4608 * 36_864 + 4608 * (2 * 32 + 2 * 16) * 128) / (2 * 32 * 128));
  });
  test("splits the FLOP of a batch in two halves there, for any shape", () => {
    fc.assert(fc.property(anyShape, fc.constantFrom("full" as const, "causal" as const), (shape, mask) => {
      const { scores, mlp, projections } = flops(shape, 1, crossover(shape, mask), { mask });
      expect(relativeError(scores, mlp + projections)).toBeLessThan(1e-12);
    }), { numRuns: 1000 });
  });
  test("leaves scores 12.5, 15.7 or 7.8 % of the rest at 8,192 tokens of Llama 3 70B: by 8D, by its shape, causal", () => {
    const percent = (x: number) => (100 * x).toFixed(1);
    expect(percent(8192 / textbookCrossover(8192))).toBe("12.5");
    expect([percent(scoreShare(llama, 8192)), percent(scoreShare(llama, 8192, "causal"))]).toEqual(["15.7", "7.8"]);
  });
});
