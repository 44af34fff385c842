import { positive } from "../domain.ts";
import { loss, type ParametricLaw } from "../parametric/loss.ts";
import { sixND } from "../transformer/six-n-d.ts";

/** The losses that one run passes through on its way. */
export interface TrainingCurve {
  readonly N: number;
  /** tokens at which the run ends and its learning rate has decayed */
  readonly horizon: number;
  /** nats per token after D of its tokens */
  lossAt(D: number): number;
}

/**
 * A run of N parameters that ends after `horizon` tokens, with a toy of what a learning rate that has not yet decayed costs:
 * L(N, D) + gap·(1 − D/horizon)·B/D^β. At its end it is the law's loss; before, the data term is up to `gap` of itself too
 * high. The form and the gap are ours, not a paper's: they stand for Hoffmann's remark that intermediate losses overstate
 * what a run of that length would reach (Hoffmann et al. 2022, Section 3.1 and Figure A1).
 */
export function trainingCurve(law: ParametricLaw, N: number, horizon: number, gap: number): TrainingCurve {
  positive("horizon", horizon);
  const lossAt = (D: number): number => {
    if (D > horizon) throw new RangeError(`tokens must not be more than the horizon: ${D} > ${horizon}`);
    return loss(law, N, D) + gap * (1 - D / horizon) * law.B * D ** -law.beta;
  };
  return { N, horizon, lossAt };
}

/** The best size at one budget among what the runs passed through. */
export interface EnvelopePoint {
  readonly C: number;
  readonly N: number;
  readonly D: number;
  readonly loss: number;
}

/**
 * At each budget the curve with the lowest loss after C/6N tokens: Hoffmann's approach 1 where every size was trained to
 * several horizons, and Kaplan's reading where each has one. Budgets at which the largest or the smallest size wins are
 * left out, since the valley may lie beyond. Hoffmann et al. 2022, Section 3.1.
 */
export function envelope(curves: readonly TrainingCurve[], budgets: readonly number[]): EnvelopePoint[] {
  const sizes = curves.map(({ N }) => N);
  const [smallest, largest] = [Math.min(...sizes), Math.max(...sizes)];
  return budgets.flatMap((C) => {
    const there = curves.filter(({ N, horizon }) => sixND(N, horizon) >= C).map(({ N, lossAt }): EnvelopePoint => ({ C, N, D: C / 6 / N, loss: lossAt(C / 6 / N) }));
    const best = there.reduce<EnvelopePoint | null>((least, point) => (least && least.loss <= point.loss ? least : point), null);
    return best && best.N > smallest && best.N < largest ? [best] : [];
  });
}
