import { loss, type ParametricLaw } from "../parametric/loss.ts";
import { sixND } from "../transformer/six-n-d.ts";
import { cheapestTraining } from "./equal-loss.ts";

/** A small model trained long against the cheapest training run of the same loss. */
export interface BreakEven {
  /** training FLOP over those of the cheapest run: 1 or more */
  readonly overspend: number;
  /** tokens served after which the smaller model has paid back its longer training; negative if it is the larger one */
  readonly tokens: number;
}

/** D_inf at which 6ND + w·2N·D_inf is the same for the model and for Chinchilla's of equal loss: (6ND − C)/(2w·(N_chin − N)). */
export function breakEven(law: ParametricLaw, N: number, D: number, weight = 1): BreakEven {
  const cheapest = cheapestTraining(law, loss(law, N, D));
  const training = sixND(N, D);
  return { overspend: training / cheapest.C, tokens: (training - cheapest.C) / (2 * weight * (cheapest.N - N)) };
}
