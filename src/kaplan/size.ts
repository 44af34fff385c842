import { notNegative, positive } from "../domain.ts";

/** The widths by which Kaplan counts a Transformer. */
export interface Widths {
  readonly layers: number;
  readonly model: number;
  /** width of the attention's output; as wide as the model unless given */
  readonly attention?: number;
  /** hidden width of the feed-forward layer; four times the model unless given */
  readonly feedForward?: number;
}

/**
 * N = 2 d_model n_layer (2 d_attn + d_ff), which is 12 n_layer d_model² at the usual widths: parameters
 * without embeddings, positions, biases and norms. Kaplan et al. 2020, Equation 2.1.
 */
export function size({ layers, model, attention = model, feedForward = 4 * model }: Widths): number {
  return 2 * positive("model width", model) * positive("layers", layers) * (2 * attention + feedForward);
}

/**
 * Forward FLOP per token, 2N + 2 n_layer n_ctx d_attn: Equation 2.2, Table 1. The context's term is half of
 * what Hoffmann and the talk count for the full square of scores, and is dropped from C = 6NBS.
 */
export function forwardFlops(widths: Widths, context: number): number {
  const { layers, model, attention = model } = widths;
  return 2 * size(widths) + 2 * layers * notNegative("context", context) * attention;
}
