import { positive } from "../domain.ts";

/**
 * The constants of L(N, D) = E + A/N^α + B/D^β: E nats per token that no training removes, A in nats·parameter^α,
 * B in nats·token^β, α and β pure numbers.
 */
export interface ParametricLaw {
  readonly E: number;
  readonly A: number;
  readonly B: number;
  readonly alpha: number;
  readonly beta: number;
}

/**
 * L(N, D) = E + A/N^α + B/D^β: nats per token after one pass of N parameters over D tokens, both above zero,
 * infinity allowed. Hoffmann et al. 2022, Equations 2 and 10 (their approach 3).
 */
export function loss({ E, A, B, alpha, beta }: ParametricLaw, N: number, D: number): number {
  return E + A * positive("parameters", N) ** -alpha + B * positive("tokens", D) ** -beta;
}

/** What more parameters and more tokens could still remove: L − E, in nats per token. */
export function reducibleLoss(law: ParametricLaw, N: number, D: number): number {
  return loss({ ...law, E: 0 }, N, D);
}
