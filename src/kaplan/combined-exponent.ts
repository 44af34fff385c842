import { positive } from "../domain.ts";
import { type Constants, table5 } from "./tables.ts";

type Exponents = Constants<"alphaN" | "alphaB" | "alphaS">;

/**
 * α_C^min = 1 / (1/α_S + 1/α_B + 1/α_N): the exponent of L(C_min) that follows from L(N, S) and B_crit(L).
 * Kaplan et al. 2020, Equations 1.8, 6.4 (which prints 0.054) and B.7 (0.052); the fit is 0.050.
 */
export function combinedExponent({ alphaN, alphaB, alphaS }: Exponents = table5): number {
  return 1 / (1 / positive("alphaS", alphaS) + 1 / positive("alphaB", alphaB) + 1 / positive("alphaN", alphaN));
}

/** Exponents of C_min in N, B and S: α_C^min over α_N, α_B, α_S, which add up to 1. Equation 1.7. */
export function impliedExponents(exponents: Exponents = table5, alphaCmin = combinedExponent(exponents)): { N: number; B: number; S: number; D: number } {
  const [N, B, S] = [alphaCmin / exponents.alphaN, alphaCmin / exponents.alphaB, alphaCmin / exponents.alphaS];
  return { N, B, S, D: B + S };
}
