import type { Optimum } from "../parametric/optimum.ts";
import { positive } from "../domain.ts";
import { jointLoss } from "./joint-loss.ts";
import { affordable, optimum } from "./optimum.ts";
import { activeParameters, memory, widest } from "./size.ts";

/** What a model must leave room for: tokens whose keys and values are kept, bytes of a number, tokens to be served from the same budget. */
export interface Deployment {
  readonly cached?: number;
  readonly bytesEach?: number;
  readonly served?: number;
}

/**
 * The N_act and D of least loss for C FLOP and E experts among the models that fit into so many bytes: the optimum of the
 * budget if it fits, else the largest that does, trained on more tokens. Ludziejewski et al. 2025, Sections 4.2 to 4.4.
 */
export function memoryOptimum(C: number, E: number, bytes: number, { cached = 0, bytesEach = 2, served = 0 }: Deployment = {}): Optimum {
  const free = optimum(C, E, served);
  const fitting = activeParameters(widest(positive("memory", bytes), (width) => memory(width, E, cached, bytesEach)));
  if (free.N <= fitting) return free;
  const D = affordable(C, fitting, served);
  return { N: fitting, D, loss: jointLoss(fitting, D, E) };
}

/**
 * The number of experts of least loss for C FLOP and so many bytes. Table 2 of Ludziejewski et al. 2025 prints twelve, with
 * 16k cached tokens; nine come out, and at the other three the printed number is 0.004 to 0.007 nats behind.
 */
export function bestExperts(C: number, bytes: number, deployment: Deployment = {}, choices: readonly number[] = [1, 2, 4, 8, 16, 32]): number {
  const lossOf = (E: number) => memoryOptimum(C, E, bytes, deployment).loss;
  return choices.reduce((best, E) => (lossOf(E) < lossOf(best) ? E : best));
}
