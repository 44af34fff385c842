import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expertFlops, expertParameters } from "../../../src/transformer/experts.ts";
import { mlpFlops, mlpParameters } from "../../../src/transformer/mlp.ts";
import { models } from "../../../src/transformer/models.ts";
import { parameters } from "../../../src/transformer/parameters.ts";
import { relativeError } from "../relative.ts";
import { textbook } from "./shapes.ts";

const layer = fc.record({ width: fc.integer({ min: 1, max: 8192 }), mlpWidth: fc.integer({ min: 1, max: 32_768 }), active: fc.integer({ min: 1, max: 16 }), rest: fc.integer({ min: 0, max: 240 }), shared: fc.integer({ min: 0, max: 2 }) })
  .map(({ rest, ...l }) => ({ ...l, experts: l.active + rest }));

describe("a layer of experts", () => {
  test("takes 6 × tokens × active parameters: what to put for N in 6ND", () => {
    fc.assert(fc.property(layer, (l) => {
      expect(relativeError(expertFlops(l, 100), 6 * 100 * expertParameters(l).active)).toBeLessThan(1e-12);
    }), { numRuns: 1000 });
  });
  test("with one expert is a gated MLP and a router of one column", () => {
    const shape = textbook(1024);
    const one = { width: 1024, mlpWidth: 4096, experts: 1, active: 1 };
    expect(expertParameters(one).total - 1024).toBe(mlpParameters(shape));
    expect(expertFlops(one, 10) - 60 * 1024).toBe(mlpFlops(shape, 10));
  });
  test("eight experts, two active, around Llama's layer make Mixtral's 46,702,792,704 and 12,879,925,248", () => {
    const mixtral = { ...models.llama3_8b, vocabulary: 32_000 };
    const experts = expertParameters({ width: 4096, mlpWidth: 14_336, experts: 8, active: 2 });
    const { total, mlp } = parameters(mixtral);
    expect([total - mlp + 32 * experts.total, total - mlp + 32 * experts.active]).toEqual([46_702_792_704, 12_879_925_248]);
  });
  test("no token visits more experts than there are", () => {
    expect(() => expertFlops({ width: 1, mlpWidth: 1, experts: 2, active: 3 }, 1)).toThrow("active experts must not be more than experts: 3 > 2");
  });
});
