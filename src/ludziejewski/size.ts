import { notNegative, positive } from "../domain.ts";
import { findRoot } from "../numbers.ts";
import { counting } from "./tables.ts";

/** N_total = 2dV + (4 + 9E)nd², n = d/64: parameters of a model of width d. Ludziejewski et al. 2025, Equation 9. */
export function totalParameters(width: number, E: number, blocks: number = width / counting.aspect): number {
  const { vocabulary, attention, expert } = counting;
  return 2 * positive("width", width) * vocabulary + (attention + expert * positive("experts", E)) * blocks * width ** 2;
}

/** N_act = 2dV + 13nd²: those a token meets, which are those of a dense model. Ludziejewski et al. 2025, Equation 10. */
export function activeParameters(width: number, blocks?: number): number {
  return totalParameters(width, 1, blocks);
}

/** The active parameters of a model that has N_total parameters and E experts, n = d/64. */
export function activeOf(total: number, E: number): number {
  return activeParameters(widest(total, (width) => totalParameters(width, E)));
}

/** The parameters of a model with E experts of which a token meets N_act, n = d/64. */
export function totalOf(active: number, E: number): number {
  return totalParameters(widest(active, activeParameters), E);
}

/** Bytes of the weights and of the keys and values of T tokens: (N_total + 2T·nd) numbers of 2 bytes each. Ludziejewski et al. 2025, Section 4.3. */
export function memory(width: number, E: number, cached = 0, bytesEach = 2): number {
  const cache = 2 * notNegative("cached tokens", cached) * (width / counting.aspect) * width;
  return bytesEach * (totalParameters(width, E) + cache);
}

/** The width at which a quantity that grows with it reaches a limit. */
export function widest(limit: number, of: (width: number) => number): number {
  return findRoot((width) => of(width) - limit, 1e-3, 1e12);
}
