import { positive } from "../domain.ts";
import { effectiveExperts } from "./effective-experts.ts";
import { type RoutedLaw, table3 } from "./tables.ts";

/**
 * log₁₀ L = a log₁₀ N + b log₁₀ Ê + c log₁₀ N log₁₀ Ê + d: nats per token after 130e9 tokens of a model with E experts in
 * every other layer, N being the parameters one token meets (those of the model with one expert a layer).
 * Clark et al. 2022, Equation 1; fitted from 1.65e7 to 1.31e9 parameters and up to 512 experts.
 */
export function routedLoss(N: number, E: number, law: RoutedLaw = table3["S-BASE"]): number {
  const [n, e] = [Math.log10(positive("parameters", N)), Math.log10(effectiveExperts(law, E))];
  return 10 ** (law.a * n + law.b * e + law.c * n * e + law.d);
}
