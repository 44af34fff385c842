import { positive } from "../domain.ts";
import { matmul, type Pass } from "./matmul.ts";

/** A mixture-of-experts layer: `experts` (E) gated MLPs of which a router sends every token to `active` (k). */
export interface Experts {
  /** D */
  readonly width: number;
  /** F of one expert */
  readonly mlpWidth: number;
  readonly experts: number;
  readonly active: number;
  /** experts that every token visits, beside those it is sent to */
  readonly shared?: number;
}

/** Parameters of the layer, 3DF for each expert and DE for the router: all of them, and those that one token meets. */
export function expertParameters(layer: Experts): { total: number; active: number; router: number } {
  const { width, mlpWidth, experts, active, shared = 0 } = checked(layer);
  const router = width * experts;
  const each = 3 * width * mlpWidth;
  return { total: (experts + shared) * each + router, active: (active + shared) * each + router, router };
}

/** FLOP of the layer over `tokens` = BT tokens: 18BTDF·k + 6BTDE in training, which is 6 × tokens × active parameters. */
export function expertFlops(layer: Experts, tokens: number, pass: Pass = "training"): number {
  const { width, mlpWidth, experts, active, shared = 0 } = checked(layer);
  return 3 * (active + shared) * matmul(tokens, width, mlpWidth, pass) + matmul(tokens, width, experts, pass);
}

function checked(layer: Experts): Experts {
  positive("experts", layer.experts);
  if (layer.active > layer.experts) throw new RangeError(`active experts must not be more than experts: ${layer.active} > ${layer.experts}`);
  return layer;
}
