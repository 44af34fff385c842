import type { ParametricLaw } from "../parametric/loss.ts";
import { type FitOptions, fitParametric, fitWeighted } from "./fit-parametric.ts";
import { parametersOf } from "./parametric-objective.ts";
import type { Random } from "./random.ts";
import { logarithms, type TrainingRun } from "./runs.ts";
import type { Start } from "./starts.ts";

/**
 * Laws fitted to resamples of the runs, as many drawn with replacement as there are: joint draws of all constants, which
 * are so entangled that an interval of each alone says little. Besiroglu et al. 2024 use 4,000.
 */
export function bootstrap(runs: readonly TrainingRun[], resamples: number, random: Random, options: Pick<FitOptions, "delta"> = {}): ParametricLaw[] {
  const { law } = fitParametric(runs, options);
  return Array.from({ length: resamples }, () => refit(runs, Array.from(runs, () => random.index(runs.length)), law, options).law);
}

/** The law fitted to the drawn runs, by their indices, from a law nearby; a run drawn twice counts twice. */
export function refit(runs: readonly TrainingRun[], drawn: readonly number[], from: ParametricLaw, options: Pick<FitOptions, "delta"> = {}): { law: ParametricLaw; objective: number } {
  const times = new Uint16Array(runs.length);
  for (const index of drawn) times[index]!++;
  const present = [...times.keys()].filter((index) => times[index]! > 0);
  const weighted = logarithms(present.map((index) => runs[index]!), (i) => times[present[i]!]!);
  return fitWeighted(weighted, { ...options, starts: [[...parametersOf(from)] as unknown as Start] });
}
