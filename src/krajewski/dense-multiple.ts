import { findRoot } from "../numbers.ts";
import { optimum as parametricOptimum } from "../parametric/optimum.ts";
import { denseLaw } from "./loss.ts";
import { optimum } from "./optimum.ts";
import { fits } from "./tables.ts";

/**
 * How many times C a dense model must spend for the loss of the best fine-grained experts at C FLOP, both at their optimum.
 * Krajewski et al. 2024, Section 1, print 20 at 1e20 and more than 40 beyond 1e25. Their constants give 21.3 and 32.0,
 * those of their hold-out fit 18.2 and 19.7: far from the runs the multiple is a difference of small exponents.
 */
export function denseMultiple(C: number, fit: keyof typeof fits = "Table 1"): number {
  const wanted = optimum(C, fits[fit]).loss;
  return findRoot((times) => parametricOptimum(denseLaw(), times * C).loss - wanted, 1e-3, 1e6);
}
