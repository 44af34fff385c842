import { positive } from "../domain.ts";
import { type Family, family } from "./tables.ts";

/**
 * F(N) = 2N (1 + σ₁ n_ctx/N^(1/3) + σ₂ n_vocab/N^(2/3)): FLOP of one token forward through N parameters (without
 * embeddings), causal attention and the head. Busbridge et al. 2025, Equation 69; within 0.4 % of Table 13, whose
 * models do not have exactly one shape.
 */
export function forwardFlops(N: number, of: Family = family): number {
  const { attention, head } = extras(N, of);
  return 2 * N * (1 + attention + head);
}

/** σ₁ = (ρω²)^(−1/3) and σ₂ = (ρ/ω)^(1/3): layers = (N/ωρ²)^(1/3) and width = ρ·layers put into 2·layers·n_ctx·width and 2·n_vocab·width. */
export function sigmas({ aspect, omega }: Pick<Family, "aspect" | "omega"> = family): { sigma1: number; sigma2: number } {
  return { sigma1: (aspect * omega ** 2) ** (-1 / 3), sigma2: (aspect / omega) ** (1 / 3) };
}

/** d ln F/d ln N: by how much more than N the cost grows; below 1, as attention and head weigh less in a larger model. */
export function costElasticity(N: number, of: Family = family): number {
  const { attention, head } = extras(N, of);
  return (1 + (2 / 3) * attention + (1 / 3) * head) / (1 + attention + head);
}

/** The same FLOP from true dimensions: 2N + 2·layers·n_ctx·width + 2·n_vocab·width, within 0.1 % of the column "2N + σ" of Table 13. */
export function forwardFlopsOfShape({ N, layers, width }: { readonly N: number; readonly layers: number; readonly width: number }, { context, vocabulary }: Pick<Family, "context" | "vocabulary"> = family): number {
  return 2 * positive("parameters", N) + 2 * positive("layers", layers) * context * positive("width", width) + 2 * vocabulary * width;
}

/** Attention and head in parts of 2N. */
function extras(N: number, of: Family): { attention: number; head: number } {
  const { sigma1, sigma2 } = sigmas(of);
  return { attention: sigma1 * of.context * positive("parameters", N) ** (-1 / 3), head: sigma2 * of.vocabulary * N ** (-2 / 3) };
}
