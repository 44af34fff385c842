import { positive } from "../domain.ts";
import { models } from "../transformer/models.ts";
import type { Shape } from "../transformer/shape.ts";

/** What serving asks of a shape beside N; layers and heads need not be whole. */
export type Attention = Pick<Shape, "layers" | "heads" | "kvHeads" | "headSize">;

const family = [models.llama3_8b, models.llama3_70b, models.llama3_405b] as const;

/**
 * Layers and heads of a dense model of N parameters if it were one of the Llama 3 family: straight lines in logarithms
 * between its three sizes and on beyond them, with their 8 heads of keys and values of 128 numbers each. Ours, for sizes
 * of which only N is known.
 */
export function llamaLike(N: number): Attention {
  const [small, large] = positive("parameters", N) < family[1].published ? [family[0], family[1]] : [family[1], family[2]];
  const part = Math.log(N / small.published) / Math.log(large.published / small.published);
  const between = (from: number, to: number) => from * (to / from) ** part;
  return { layers: between(small.layers, large.layers), heads: between(small.heads, large.heads), kvHeads: family[1].kvHeads, headSize: family[1].headSize };
}
