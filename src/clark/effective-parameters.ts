import { positive } from "../domain.ts";
import { effectiveExperts } from "./effective-experts.ts";
import { type RoutedLaw, table3 } from "./tables.ts";

/**
 * N̄, the parameters a dense model needs for the loss of N parameters with E experts: L(N̄, 1) = L(N, E), which gives
 * N̄ = N^(α(Ê)/α(E_start)) · (Ê/E_start)^(b/α(E_start)), where α(x) = a + c log₁₀ x. Clark et al. 2022, Equation 11.
 */
export function effectiveParameters(N: number, E: number, law: RoutedLaw = table3["S-BASE"]): number {
  const { a, b, c, Estart } = law;
  const alpha = (x: number) => a + c * Math.log10(x);
  const counted = effectiveExperts(law, E);
  return positive("parameters", N) ** (alpha(counted) / alpha(Estart)) * (counted / Estart) ** (b / alpha(Estart));
}
