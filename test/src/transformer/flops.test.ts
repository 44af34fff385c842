import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { flops, flopsPerToken } from "../../../src/transformer/flops.ts";
import { modelIds, models } from "../../../src/transformer/models.ts";
import { parameters } from "../../../src/transformer/parameters.ts";
import { sixND } from "../../../src/transformer/six-n-d.ts";
import { relativeError } from "../relative.ts";
import { anyShape, textbook } from "./shapes.ts";

const context = fc.integer({ min: 1, max: 200_000 });

describe("the FLOP of a Transformer", () => {
  test("are 6 × tokens × weights that multiply, and the scores beside", () => {
    fc.assert(fc.property(anyShape, context, (shape, T) => {
      const { total, scores } = flops(shape, 4, T);
      expect(relativeError(total - scores, sixND(parameters(shape).matmul, 4 * T))).toBeLessThan(1e-12);
    }), { numRuns: 1000 });
  });
  test("are 18BTDF + 24BTDNH = 6BT(3DF + 4DNH) for the slide's layer, without scores and vocabulary", () => {
    const shape = textbook(8192);
    const { mlp, projections } = flops(shape, 2, 512, { vocabulary: "none" });
    expect(mlp + projections).toBe(6 * 2 * 512 * (3 * 8192 * 32_768 + 4 * 8192 * 8192));
  });
  test("of nanoGPT's GPT-2 are the 291,648,307,200 that its notebook counts for a sequence forward", () => {
    expect(flops(models.gpt2_small, 1, 1024, { pass: "forward" }).total).toBe(291_648_307_200);
    expect(3 * 291_648_307_200).toBe(874_944_921_600);
  });
  test("are within 0.02 % of PaLM's 6N + 12LHQT for nanoGPT's GPT-2, whose notebook prints 875,062,886,400", () => {
    const N = parameters({ ...models.gpt2_small, biases: false, normBias: false }).total - 1024 * 768;
    const palm = (6 * N + 12 * 12 * 768 * 1024) * 1024;
    expect(palm).toBe(875_062_886_400);
    expect(relativeError(flops(models.gpt2_small, 1, 1024).total, palm)).toBeLessThan(2e-4);
  });
  test("of a token are 6 × weights + 12·L·NH·T for every model, whatever its letters", () => {
    for (const id of modelIds) {
      const { layers, heads, headSize, context: T } = models[id];
      expect(relativeError(flopsPerToken(models[id], T).total, 6 * parameters(models[id]).matmul + 12 * layers * heads * headSize * T)).toBeLessThan(1e-14);
    }
  });
  test("count the head once or not at all, and the lookup only where it is said to be a matmul", () => {
    const counted = (vocabulary: "none" | "head" | "both") => flops(models.llama3_8b, 1, 8192, { vocabulary });
    const table = 6 * 8192 * 4096 * 128_256;
    expect([counted("none").head, counted("head").head, counted("both").head, counted("both").embedding]).toEqual([0, table, table, table]);
    expect(relativeError(counted("both").total - counted("none").total, 2 * table)).toBeLessThan(1e-12);
  });
  test("forward and backward together are training", () => {
    fc.assert(fc.property(anyShape, context, (shape, T) => {
      const [forward, backward, training] = (["forward", "backward", "training"] as const).map((pass) => flops(shape, 1, T, { pass }).total);
      expect(relativeError(forward! + backward!, training!)).toBeLessThan(1e-12);
      expect(relativeError(backward!, 2 * forward!)).toBeLessThan(1e-12);
    }), { numRuns: 1000 });
  });
  test("grow with the context, causal or full, and the mask halves the scores only", () => {
    fc.assert(fc.property(anyShape, context, (shape, T) => {
      const [full, causal] = (["full", "causal"] as const).map((mask) => flopsPerToken(shape, T, { mask }));
      expect(flopsPerToken(shape, 2 * T).total).toBeGreaterThan(full!.total);
      expect(relativeError(full!.scores, 2 * causal!.scores)).toBeLessThan(1e-12);
      expect(full!.mlp).toBe(causal!.mlp);
    }), { numRuns: 1000 });
  });
});
