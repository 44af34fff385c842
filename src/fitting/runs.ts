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
  const of = (name: string, read: (run: TrainingRun) => number) => Float64Array.from(runs, (run) => Math.log(positive(name, read(run))));
  return { lnN: of("parameters", ({ N }) => N), lnD: of("tokens", ({ D }) => D), loss: Float64Array.from(runs, ({ loss }) => positive("loss", loss)), weight: Float64Array.from(runs, (_, i) => weight(i)) };
}

/** The runs without the `count` of highest loss, which Besiroglu et al. 2024 leave out of Hoffmann's points (five of 245). */
export function withoutHighest(runs: readonly TrainingRun[], count: number): TrainingRun[] {
  const limit = runs.map(({ loss }) => loss).sort((a, b) => b - a)[count - 1] ?? Infinity;
  return runs.filter(({ loss }) => loss < limit);
}
