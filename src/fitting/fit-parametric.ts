import type { ParametricLaw } from "../parametric/loss.ts";
import { centred } from "./centred.ts";
import { multiStart } from "./multi-start.ts";
import { hoffmannDelta, lawOf, parametricObjective } from "./parametric-objective.ts";
import { type LogRuns, logarithms, type TrainingRun } from "./runs.ts";
import { sensibleStarts, type Start } from "./starts.ts";

/** A fitted law, and how well it fits. */
export interface ParametricFit {
  readonly law: ParametricLaw;
  /** Σ Huber_δ over the runs */
  readonly objective: number;
  readonly starts: number;
  readonly reached: number;
}

export interface FitOptions {
  /** δ of the Huber loss in the logarithm of the loss */
  readonly delta?: number;
  readonly starts?: readonly Start[];
}

/**
 * Hoffmann's approach 3: the L(N, D) = E + A/N^α + B/D^β with the least Σ Huber_δ(ln L − ln L(N, D)) over the runs.
 * Hoffmann et al. 2022, Equation 11. Logarithms are centred first, so that coefficients and exponents hardly pull at one
 * another. Errors: fewer than five runs, or one without positive N, D and loss.
 */
export function fitParametric(runs: readonly TrainingRun[], { delta = hoffmannDelta.delta, starts }: FitOptions = {}): ParametricFit {
  return fitWeighted(logarithms(runs), { delta, ...(starts && { starts }) });
}

/** The same for runs that count more than once or not at all, as a bootstrap draws them. */
export function fitWeighted(runs: LogRuns, { delta = hoffmannDelta.delta, starts }: FitOptions = {}): ParametricFit {
  if (runs.loss.length < 5) throw new RangeError(`five constants need at least five runs: ${runs.loss.length}`);
  const { runs: around, meanLnN, meanLnD, there, back } = centred(runs);
  const { x, value, starts: tried, reached } = multiStart(parametricObjective(around, delta), (starts ?? sensibleStarts(meanLnN, meanLnD)).map(there));
  return { law: lawOf(back(x)), objective: value, starts: tried, reached };
}
