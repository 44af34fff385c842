import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { projectionParameters, scoreFlops } from "../../../src/transformer/attention.ts";
import { relativeError } from "../relative.ts";
import { anyShape, textbook } from "./shapes.ts";

const T = 1000;
const shape = textbook(8192);
const { heads: N, headSize: H } = shape;

describe("attention", () => {
  test("a causal mask counts the pairs below the diagonal, and leaves out one part in T for those on it", () => {
    let pairs = 0;
    for (let query = 0; query < T; query++) for (let key = 0; key <= query; key++) pairs++;
    const counted = scoreFlops(shape, T, T, "causal") / (12 * N * H);
    expect(pairs - counted).toBe(T / 2);
    expect(relativeError(counted, pairs)).toBeLessThan(1 / T);
  });
  test("a prompt fed in two parts costs what it costs in one", () => {
    const whole = scoreFlops(shape, 1000, 1000, "causal", "forward");
    const parts = scoreFlops(shape, 400, 400, "causal", "forward") + scoreFlops(shape, 600, 1000, "causal", "forward");
    expect(relativeError(parts, whole)).toBeLessThan(1e-14);
  });
  test("there are no more queries than keys", () => {
    expect(() => scoreFlops(shape, 3, 2)).toThrow("queries must not be more than keys: 3 > 2");
  });
  test("sharing keys saves parameters and projections, not scores", () => {
    fc.assert(fc.property(anyShape, (any) => {
      const whole = { ...any, kvHeads: any.heads };
      expect(projectionParameters(any)).toBeLessThanOrEqual(projectionParameters(whole));
      expect(scoreFlops(any, 128)).toBe(scoreFlops(whole, 128));
    }), { numRuns: 1000 });
  });
});
