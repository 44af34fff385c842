import { positive } from "../domain.ts";
import { loss, type ParametricLaw } from "../parametric/loss.ts";
import { dense, type GranularLaw, moe64 } from "./tables.ts";

/** At one granularity the law is a parametric one in N and D: E = c, A = g/G^γ + a, B = b. G is d_ff over the width of an expert. */
export function atGranularity(G: number, { a, alpha, b, beta, g, gamma, c }: GranularLaw = moe64): ParametricLaw {
  return { E: c, A: g * positive("granularity", G) ** -gamma + a, B: b, alpha, beta };
}

/**
 * L(N, D, G) = c + (g/G^γ + a)/N^α + b/D^β: nats per token of a model of fine-grained experts, N being **all** parameters
 * but embeddings and routers, not those a token meets. Krajewski et al. 2024, Equation 9; fitted for N from 129e6 to
 * 3.7e9, D from 16e9 to 130e9, G from 1 to 16. Table 2's losses come out 0.7 to 0.9 % lower than printed, which is
 * within the rounding of the constants.
 */
export function granularLoss(N: number, D: number, G: number, law: GranularLaw = moe64): number {
  return loss(atGranularity(G, law), N, D);
}

/** The dense law of the same study, c + a/N^α + b/D^β, in the names of a parametric law. Krajewski et al. 2024, Table 1. */
export function denseLaw({ a, alpha, b, beta, c }: Readonly<Record<"a" | "alpha" | "b" | "beta" | "c", number>> = dense): ParametricLaw {
  return { E: c, A: a, B: b, alpha, beta };
}
