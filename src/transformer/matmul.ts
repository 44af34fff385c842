import { notNegative } from "../domain.ts";

/** Which part of a step is counted. */
export type Pass = "forward" | "backward" | "training";

/** How many forward passes a pass is worth: backward has two matmuls of the same size for each one forward. */
export const passes: Record<Pass, number> = { forward: 1, backward: 2, training: 3 };

/**
 * FLOP of [rows, inner] × [inner, columns]: a multiplication and an addition for each of rows·inner·columns
 * products, so 2BTxy forward for [BT, x] × [x, y] and 6BTxy in training. Printed in the talk and in Austin et
 * al. 2025 ("How to Scale Your Model", Transformers), whose tables are of training.
 */
export function matmul(rows: number, inner: number, columns: number, pass: Pass = "training"): number {
  return 2 * passes[pass] * notNegative("rows", rows) * notNegative("inner", inner) * notNegative("columns", columns);
}
