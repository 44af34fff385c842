import { notNegative, positive } from "../domain.ts";
import { cost, moe64 } from "./tables.ts";

/**
 * N = d²(8E + 4)n where a token meets N_act = 12d²n: attention (4d²) is not multiplied by the expansion rate E, so that
 * "64 × 1B" has 43e9 parameters and not 64e9, which would make its loss 2 % too low. Without embeddings and routers.
 * Krajewski et al. 2024, Section 6.1.
 */
export function totalParameters(active: number, expansion: number = moe64.expansion): number {
  return (positive("active parameters", active) * (8 * positive("expansion rate", expansion) + 4)) / 12;
}

/** d_model of N_act = 12d²n parameters with d = 64n. Krajewski et al. 2024, Section 6.1. */
export function width(active: number, aspect: number = cost.aspect): number {
  return Math.cbrt((positive("active parameters", active) * aspect) / 12);
}

/**
 * What the router adds to the FLOP of the parameters a token meets, as a part of them: EG·c_r/(12d·c_f). It grows with
 * granularity and falls with width. Krajewski et al. 2024, Equation 10.
 */
export function routingShare(active: number, G: number, expansion: number = moe64.expansion): number {
  return (notNegative("expansion rate", expansion) * positive("granularity", G) * cost.perRouterParameter) / (12 * width(active) * cost.perParameter);
}

/** F = (12d²c_f + dEG·c_r)·D·n: FLOP of training on D tokens, without embedding and unembedding. Krajewski et al. 2024, Equation 10. */
export function trainingFlops(active: number, D: number, G: number, expansion: number = moe64.expansion): number {
  return cost.perParameter * active * positive("tokens", D) * (1 + routingShare(active, G, expansion));
}
