import { positive } from "../domain.ts";
import { geometric } from "../numbers.ts";
import { loss, type ParametricLaw } from "../parametric/loss.ts";
import { optimum } from "../parametric/optimum.ts";
import { tokensFor } from "../transformer/six-n-d.ts";
import type { Random } from "./random.ts";
import type { TrainingRun } from "./runs.ts";

/** A sweep of runs whose truth is known. */
export interface Sweep {
  readonly law: ParametricLaw;
  /** FLOP of each budget */
  readonly budgets: readonly number[];
  /** sizes at each budget, evenly spaced in ln N */
  readonly sizes: number;
  /** decades of N that they span, centred on the law's own optimum */
  readonly decades: number;
  /** standard deviation of ln L */
  readonly noise?: number;
}

/**
 * Finished runs at several budgets C = 6ND under a law, their losses off by independent normal errors of ln L. Every run
 * is trained to its own end, as Hoffmann's were: nothing but the noise hides the law. Without noise no random numbers
 * are drawn.
 */
export function simulateSweep({ law, budgets, sizes, decades, noise = 0 }: Sweep, random?: Random): TrainingRun[] {
  if (noise > 0 && !random) throw new RangeError("noise wants a source of random numbers");
  const half = 10 ** (positive("decades", decades) / 2);
  return budgets.flatMap((C) => {
    const best = optimum(law, C).N;
    return geometric(best / half, best * half, sizes).map((N) => {
      const D = tokensFor(C, N);
      return { N, D, loss: loss(law, N, D) * Math.exp(noise > 0 ? noise * random!.normal() : 0) };
    });
  });
}
