import { cutoff } from "./cutoff.ts";
import { effectiveParameters } from "./effective-parameters.ts";
import { routedLoss } from "./routed-loss.ts";
import { fits, type Router } from "./tables.ts";

/** What a router makes of N parameters and E experts: the loss, the dense model as good, and the size at which experts stop helping. */
export interface Routed {
  readonly loss: number;
  readonly effective: number;
  readonly cutoff: number;
}

/** The three routers of Clark et al. 2022 at one N and E, from the constants of Table 3 or from those refit to the released runs. */
export function byRouter(N: number, E: number, fit: keyof typeof fits = "Table 3"): Record<Router, Routed> {
  const at = (router: Router): Routed => {
    const law = fits[fit][router];
    return { loss: routedLoss(N, E, law), effective: effectiveParameters(N, E, law), cutoff: cutoff(law) };
  };
  return { "S-BASE": at("S-BASE"), "RL-R": at("RL-R"), HASH: at("HASH") };
}
