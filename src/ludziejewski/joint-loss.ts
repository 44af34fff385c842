import { effectiveExperts } from "../clark/effective-experts.ts";
import { loss, type ParametricLaw } from "../parametric/loss.ts";
import { type JointLaw, table3 } from "./tables.ts";

/**
 * With E experts the law is a parametric one: A = aÊ^δ, α' = −(α + γ ln Ê), B = bÊ^ω, β' = −(β + ζ ln Ê), whose exponents
 * are positive as everywhere else in this library. Table 4 of Ludziejewski et al. 2025 prints them (m, μ, n, ν) for 1 to 32.
 */
export function atExperts(E: number, law: JointLaw = table3): ParametricLaw {
  const counted = effectiveExperts(law, E);
  const ln = Math.log(counted);
  return {
    E: law.c,
    A: law.a * counted ** law.delta, alpha: -(law.alpha + law.gamma * ln),
    B: law.b * counted ** law.omega, beta: -(law.beta + law.zeta * ln),
  };
}

/**
 * L(N_act, D, E) = aÊ^δ N_act^(α + γ ln Ê) + bÊ^ω D^(β + ζ ln Ê) + c: nats per token with E experts in every layer, one of
 * which a token meets; N_act counts what it meets, embeddings included. Ludziejewski et al. 2025, Equation 6; fitted for
 * N_act from 79e6 to 2.7e9, D from 0.5e9 to 80e9, E from 1 to 32.
 */
export function jointLoss(active: number, D: number, E: number, law: JointLaw = table3): number {
  return loss(atExperts(E, law), active, D);
}
