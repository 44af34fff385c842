import { fitParametric } from "../fitting/fit-parametric.ts";
import { hoffmannBudgets } from "../fitting/iso-flop.ts";
import { parametersOf } from "../fitting/parametric-objective.ts";
import { seeded } from "../fitting/random.ts";
import { simulateSweep } from "../fitting/simulate-sweep.ts";
import type { Start } from "../fitting/starts.ts";
import type { ParametricLaw } from "../parametric/loss.ts";
import { printed } from "./refit.ts";

/**
 * One joint draw of Besiroglu's five constants, by a seed: the law fitted again to as many runs as the refit had, 243 for 240,
 * simulated from its printed constants at Hoffmann's budgets. The error of ln L is not that of the residuals, which are a third of
 * it, but the one with which the draws spread as widely as the bootstrap of the real runs, whose intervals Table 1 prints:
 * those runs are worse placed and their errors less normal. The draws are ours; only their widths are published.
 */
export function jointDraw(seed: number, error = 0.018): ParametricLaw {
  const runs = simulateSweep({ law: printed, budgets: hoffmannBudgets.C, sizes: 27, decades: 2, noise: error }, seeded(seed));
  return fitParametric(runs, { starts: [[...parametersOf(printed)] as unknown as Start] }).law;
}
