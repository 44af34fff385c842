import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { forwardFlops, size } from "../../../src/kaplan/size.ts";
import { flopsPerToken } from "../../../src/transformer/flops.ts";
import { models } from "../../../src/transformer/models.ts";
import { parameters } from "../../../src/transformer/parameters.ts";

const small = { layers: 12, model: 768 };

describe("Kaplan's N", () => {
  test("is 12·layers·width² at the usual widths", () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 20_000 }), (layers, model) => {
      expect(size({ layers, model })).toBe(12 * layers * model ** 2);
    }), { numRuns: 1000 });
  });
  test("is the attention and MLP weights of GPT-2, and of its XL the 1.5e9 that the study ends with", () => {
    const { attention, mlp } = parameters(models.gpt2_small);
    expect(size(small)).toBe(attention + mlp);
    expect((size({ layers: 48, model: 1600 }) / 1e9).toFixed(1)).toBe("1.5");
  });
});

describe("Kaplan's forward pass", () => {
  test("has half of the attention term of the full square, which is the causal half (K10)", () => {
    const count = (mask: "full" | "causal") => flopsPerToken(models.gpt2_small, 1024, { mask, vocabulary: "none", pass: "forward" });
    expect(forwardFlops(small, 1024)).toBe(count("causal").total);
    expect(forwardFlops(small, 1024) - 2 * size(small)).toBe(count("full").scores / 2);
  });
  test("is doubled by its attention at a context of 12 times the width, from where Appendix C says 6NBS is confounded", () => {
    expect(forwardFlops(small, 12 * 768)).toBe(4 * size(small));
  });
});
