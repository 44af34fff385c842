import { positive } from "../domain.ts";
import { supervised, type SupervisedLaw } from "./tables.ts";

/**
 * L(N, D) = E + (A/N^α + B/D^β)^γ: nats per token of N parameters (without embeddings) trained on the labels of D
 * tokens, infinity allowed. With γ = 1 it is Hoffmann's law. Busbridge et al. 2025, Equation 1; fitted for N from
 * 143e6 to 12.6e9 and D up to 512e9.
 */
export function supervisedLoss(N: number, D: number, { E, ...rest }: SupervisedLaw = supervised): number {
  return E + limitedLoss(N, D, rest);
}

/** (A/N^α + B/D^β)^γ: the bracket that both laws have, of a model that has too few parameters and too few tokens. */
export function limitedLoss(N: number, D: number, { A, B, alpha, beta, gamma }: Omit<SupervisedLaw, "E">): number {
  return (A * positive("parameters", N) ** -alpha + B * positive("tokens", D) ** -beta) ** gamma;
}
