import { positive } from "../domain.ts";

/**
 * The exponents of N ∝ C^a and D ∝ C^b for C ∝ ND: a = β/(α+β), b = α/(α+β). The outer γ has no say, as it raises
 * both terms together. Busbridge et al. 2025, Table 6, which prints .513 and .486, and .664 and .335 for students,
 * cut off and not rounded; its caption has b = β/(α+β) by mistake.
 */
export function exponents({ alpha, beta }: { readonly alpha: number; readonly beta: number }): { a: number; b: number } {
  const sum = positive("alpha", alpha) + positive("beta", beta);
  return { a: beta / sum, b: alpha / sum };
}
