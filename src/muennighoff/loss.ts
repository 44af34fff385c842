import { positive } from "../domain.ts";
import { loss } from "../parametric/loss.ts";
import { effectiveParameters, plainLaw } from "./excess-parameters.ts";
import { effectiveTokens } from "./repeated-data.ts";
import { c4, type DataConstrainedFit } from "./tables.ts";

/**
 * L = E + A/N'^α + B/D'^β: nats per token of N parameters after D tokens of which U are unique (all of them if U ≥ D).
 * Muennighoff et al. 2023, Equations 5, 6 and 17. Its level comes from a fit to C4 losses and lies about 6 %
 * below the losses measured for Figure 1: differences between its values mean something, its values beside measured ones do not.
 */
export function constrainedLoss(N: number, D: number, U: number, fit: DataConstrainedFit = c4): number {
  const unique = Math.min(positive("unique tokens", U), positive("tokens", D));
  return loss(plainLaw(fit), effectiveParameters(N, unique, fit), effectiveTokens(D, unique, fit));
}
