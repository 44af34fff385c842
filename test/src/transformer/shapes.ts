import fc from "fast-check";
import type { Shape } from "../../../src/transformer/shape.ts";

/** The slide's shape: F = 4D gated, as many key heads as query heads, NH = D, no extras. */
export function textbook(width: number, layers = 1): Shape {
  return {
    layers, width, mlpWidth: 4 * width, gated: true, heads: width / 64, kvHeads: width / 64, headSize: 64,
    vocabulary: 32_000, tied: false, positions: 0, relative: false, biases: false, norms: 2, normBias: false,
  };
}

/** Any shape, grouped or not, gated or not, tied or not. */
export const anyShape: fc.Arbitrary<Shape> = fc
  .record({
    layers: fc.integer({ min: 1, max: 130 }), width: fc.integer({ min: 1, max: 300 }).map((n) => 64 * n), mlpWidth: fc.integer({ min: 64, max: 65_536 }),
    gated: fc.boolean(), kvHeads: fc.integer({ min: 1, max: 16 }), group: fc.integer({ min: 1, max: 8 }), headSize: fc.constantFrom(64, 128, 256),
    vocabulary: fc.integer({ min: 256, max: 260_000 }), tied: fc.boolean(), positions: fc.constantFrom(0, 1024), biases: fc.boolean(),
    norms: fc.constantFrom(2, 4), normBias: fc.boolean(),
  })
  .map(({ group, ...shape }) => ({ ...shape, heads: shape.kvHeads * group, relative: false }));

/** Any shape with experts in some of its layers, attention through latents or not. */
export const anyMixture: fc.Arbitrary<Shape> = fc
  .record({
    shape: anyShape, dense: fc.integer({ min: 0, max: 10 }), active: fc.integer({ min: 1, max: 16 }), rest: fc.integer({ min: 0, max: 240 }),
    shared: fc.integer({ min: 0, max: 2 }), mlpWidth: fc.integer({ min: 64, max: 8192 }), routerBias: fc.boolean(),
    latent: fc.option(fc.record({ queryRank: fc.integer({ min: 0, max: 2048 }), keyValueRank: fc.integer({ min: 1, max: 1024 }), rotatedSize: fc.integer({ min: 0, max: 128 }), valueSize: fc.integer({ min: 1, max: 256 }) })),
  })
  .map(({ shape, dense, active, rest, shared, mlpWidth, routerBias, latent }) => ({
    ...shape, mixture: { layers: Math.max(0, shape.layers - dense), experts: active + rest, active, shared, mlpWidth, routerBias }, ...(latent && { latent, kvHeads: shape.heads }),
  }));
