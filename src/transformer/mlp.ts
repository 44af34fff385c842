import { matmul, type Pass } from "./matmul.ts";
import type { Shape } from "./shape.ts";

/** FLOP of one layer's MLP over `tokens` = BT tokens: 18BTDF in training where it is gated, 12BTDF where not. Element-wise work, O(BTF), is ignored. */
export function mlpFlops(shape: Shape, tokens: number, pass: Pass = "training"): number {
  return mlpMatrices(shape) * matmul(tokens, shape.width, shape.mlpWidth, pass);
}

/** Weights of one layer's MLP, biases aside: 3DF where it is gated (gate, up, down), 2DF where not (in, out). */
export function mlpParameters(shape: Shape): number {
  return mlpMatrices(shape) * shape.width * shape.mlpWidth;
}

function mlpMatrices({ gated }: Shape): number {
  return gated ? 3 : 2;
}
