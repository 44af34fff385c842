import { describe, expect, test } from "vitest";
import { projectionFlops, projectionParameters, scoreFlops } from "../../../src/transformer/attention.ts";
import { mlpFlops, mlpParameters } from "../../../src/transformer/mlp.ts";
import { models } from "../../../src/transformer/models.ts";
import { textbook } from "./shapes.ts";

const [B, T] = [3, 1000];
const shape = textbook(8192);
const { width: D, mlpWidth: F, heads: N, headSize: H } = shape;

describe("the slide's tables, of one layer in training", () => {
  test("a gated MLP takes 18BTDF for 3DF parameters", () => {
    expect([mlpFlops(shape, B * T), mlpParameters(shape)]).toEqual([18 * B * T * D * F, 3 * D * F]);
  });
  test("an MLP without a gate takes 12BTDF for 2DF parameters", () => {
    const plain = { ...shape, gated: false };
    expect([mlpFlops(plain, B * T), mlpParameters(plain)]).toEqual([12 * B * T * D * F, 2 * D * F]);
  });
  test("projections take 24BTDNH for 4DNH parameters", () => {
    expect([projectionFlops(shape, B * T), projectionParameters(shape)]).toEqual([24 * B * T * D * N * H, 4 * D * N * H]);
  });
  test("dot products take 12BT²NH, half of it under a causal mask, for no parameters", () => {
    expect(B * scoreFlops(shape, T)).toBe(12 * B * T * T * N * H);
    expect(B * scoreFlops(shape, T, T, "causal")).toBe(6 * B * T * T * N * H);
  });
  test("Llama 3 70B has 704,643,072 parameters in an MLP and 150,994,944 in an attention", () => {
    expect([mlpParameters(models.llama3_70b), projectionParameters(models.llama3_70b)]).toEqual([704_643_072, 150_994_944]);
  });
});
