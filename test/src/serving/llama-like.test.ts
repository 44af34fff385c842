import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { llamaLike } from "../../../src/serving/llama-like.ts";
import { models } from "../../../src/transformer/models.ts";
import { relativeError } from "../relative.ts";

describe("a shape of the Llama 3 family for any size", () => {
  test.each([models.llama3_8b, models.llama3_70b, models.llama3_405b])("$name is itself", ({ published, layers, heads, kvHeads, headSize }) => {
    const like = llamaLike(published);
    expect(relativeError(like.layers, layers)).toBeLessThan(1e-12);
    expect(relativeError(like.heads, heads)).toBeLessThan(1e-12);
    expect([like.kvHeads, like.headSize]).toEqual([kvHeads, headSize]);
  });
  test("a larger model has more layers and more heads", () => {
    fc.assert(fc.property(fc.double({ min: 8, max: 13, noNaN: true }), (u) => {
      const [less, more] = [llamaLike(10 ** u), llamaLike(1.01 * 10 ** u)];
      expect(more.layers > less.layers && more.heads > less.heads).toBe(true);
    }), { numRuns: 1000 });
  });
  test("between two sizes it is on a straight line in logarithms: at their geometric mean, the geometric means", () => {
    const { llama3_8b: small, llama3_70b: large } = models;
    const { layers, heads } = llamaLike(Math.sqrt(small.published * large.published));
    expect(relativeError(layers, Math.sqrt(32 * 80))).toBeLessThan(1e-12);
    expect(relativeError(heads, Math.sqrt(32 * 64))).toBeLessThan(1e-12);
  });
  test("there are parameters", () => {
    expect(() => llamaLike(0)).toThrow("parameters must be positive: 0");
  });
});
