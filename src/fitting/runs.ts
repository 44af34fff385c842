import { positive } from "../domain.ts";

/** A finished training run: N parameters, D tokens, and the loss it ended with, in nats per token. */
export interface TrainingRun {
  readonly N: number;
  readonly D: number;
  readonly loss: number;
}

/** Runs side by side, sizes and tokens as logarithms, and how often each counts: once, or as often as a bootstrap drew it. */
export interface LogRuns {
  readonly lnN: Float64Array;
  readonly lnD: Float64Array;
  readonly loss: Float64Array;
  readonly weight: Float64Array;
}

/** Errors: a run without positive N, D or loss. */
export function logarithms(runs: readonly TrainingRun[], weight: (index: number) => number = () => 1): LogRuns {
  const of = (read: (run: TrainingRun, index: number) => number) => new Float64Array(runs.length).map((_, i) => read(runs[i]!, i));
  return { lnN: of(({ N }) => Math.log(positive("parameters", N))), lnD: of(({ D }) => Math.log(positive("tokens", D))), loss: of(({ loss }) => positive("loss", loss)), weight: of((_, i) => weight(i)) };
}

/** The runs without the `count` of highest loss, which Besiroglu et al. 2024 leave out of Hoffmann's points (five of 245). */
export function withoutHighest(runs: readonly TrainingRun[], count: number): TrainingRun[] {
  const limit = runs.map(({ loss }) => loss).sort((a, b) => b - a)[count - 1] ?? Infinity;
  return runs.filter(({ loss }) => loss < limit);
}
