import { tokensFor } from "../transformer/six-n-d.ts";
import { loss, type ParametricLaw } from "./loss.ts";

/** The loss in nats per token of N parameters that are trained with C FLOP, so on D = C/6N tokens: one point of an isoFLOP curve. */
export function isoFlopLoss(law: ParametricLaw, C: number, N: number): number {
  return loss(law, N, tokensFor(C, N));
}
