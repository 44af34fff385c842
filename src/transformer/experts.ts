import { positive } from "../domain.ts";
import { matmul, type Pass } from "./matmul.ts";
import type { Shape } from "./shape.ts";

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
  /** three matrices an expert, unless it is said not to be; else two */
  readonly gated?: boolean;
}

/** Parameters of the layer, 3DF for each expert and DE for the router: all of them, and those that one token meets. */
export function expertParameters(layer: Experts): { total: number; active: number; router: number } {
  const { width, mlpWidth, experts, active, shared = 0 } = checked(layer);
  const router = width * experts;
  const each = matrices(layer) * width * mlpWidth;
  return { total: (experts + shared) * each + router, active: (active + shared) * each + router, router };
}

/** FLOP of the layer over `tokens` = BT tokens: 18BTDF·k + 6BTDE in training, which is 6 × tokens × active parameters. */
export function expertFlops(layer: Experts, tokens: number, pass: Pass = "training"): number {
  const { width, mlpWidth, experts, active, shared = 0 } = checked(layer);
  return matrices(layer) * (active + shared) * matmul(tokens, width, mlpWidth, pass) + matmul(tokens, width, experts, pass);
}

/** One of the layers of a model that have experts, where it has any. */
export function expertLayer({ width, gated, mixture }: Shape): Experts | undefined {
  if (!mixture) return undefined;
  const { mlpWidth, experts, active, shared } = mixture;
  return { width, gated, mlpWidth, experts, active, shared };
}

/** How many layers of a model have experts, and how many an MLP. */
export function layerCounts({ layers, mixture }: Shape): { experts: number; dense: number } {
  const experts = mixture?.layers ?? 0;
  if (experts > layers) throw new RangeError(`layers with experts must not be more than layers: ${experts} > ${layers}`);
  return { experts, dense: layers - experts };
}

function matrices({ gated = true }: Experts): number {
  return gated ? 3 : 2;
}

function checked(layer: Experts): Experts {
  positive("experts", layer.experts);
  if (layer.active > layer.experts) throw new RangeError(`active experts must not be more than experts: ${layer.active} > ${layer.experts}`);
  return layer;
}
