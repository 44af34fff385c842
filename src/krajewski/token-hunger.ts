import { optimum as parametricOptimum } from "../parametric/optimum.ts";
import { denseLaw } from "./loss.ts";
import { optimum } from "./optimum.ts";
import { fits } from "./tables.ts";

/** Tokens for each parameter that a token meets, at the optimum of C FLOP: of experts, of a dense model, and the first over the second. */
export interface Hunger {
  readonly routed: number;
  readonly dense: number;
  readonly ratio: number;
}

/**
 * Whether experts want more tokens than a dense model with the same budget, by the laws of Krajewski et al. 2024. With
 * E = 64 they do not: as many at 1e18 FLOP, a third fewer at 1e20, and ever fewer, since the exponent of D is larger than
 * that of N for experts and equal to it for dense models. With E = 16 they do, up to 1.7e22 FLOP. Ludziejewski et al. 2025
 * find them hungrier at every budget in their table.
 */
export function tokenHunger(C: number, fit: keyof typeof fits = "Table 1"): Hunger {
  const [experts, plain] = [optimum(C, fits[fit]), parametricOptimum(denseLaw(), C)];
  const [routed, dense] = [experts.D / experts.active, plain.D / plain.N];
  return { routed, dense, ratio: routed / dense };
}
