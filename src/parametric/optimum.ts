import { positive } from "../domain.ts";
import { loss, type ParametricLaw } from "./loss.ts";

/** What to do with C FLOP under C = 6ND: parameters, tokens and the loss they reach. */
export interface Optimum {
  readonly N: number;
  readonly D: number;
  readonly loss: number;
}

/**
 * The N and D of least loss for C = 6ND FLOP: N = G (C/6)^a and D = (C/6)^b / G, with G = (αA/βB)^(1/(α+β)),
 * a = β/(α+β), b = α/(α+β). Hoffmann et al. 2022, Equation 4; it is where αA/N^α = βB/D^β.
 */
export function optimum(law: ParametricLaw, C: number): Optimum {
  const { a, b, G } = frontier(law);
  const product = positive("compute", C) / 6;
  const [N, D] = [G * product ** a, product ** b / G];
  return { N, D, loss: loss(law, N, D) };
}

/** The exponents of N ∝ C^a and D ∝ C^b, which add up to one, and the coefficient G of both. */
export function frontier({ A, B, alpha, beta }: ParametricLaw): { a: number; b: number; G: number } {
  const sum = positive("alpha", alpha) + positive("beta", beta);
  return { a: beta / sum, b: alpha / sum, G: ((alpha * positive("A", A)) / (beta * positive("B", B))) ** (1 / sum) };
}
