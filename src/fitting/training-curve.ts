import { positive } from "../domain.ts";
import { loss, type ParametricLaw } from "../parametric/loss.ts";
import { sixND } from "../transformer/six-n-d.ts";

/** The losses that one run passes through on its way. */
export interface TrainingCurve {
  readonly N: number;
  /** tokens at which the run ends */
  readonly horizon: number;
  /** nats per token after D of its tokens */
  lossAt(D: number): number;
}

/** What a schedule costs a run that is read before its end. */
export interface Schedule {
  /** tokens at which the run ends and its learning rate has decayed */
  readonly horizon: number;
  /** tokens over which the learning rate rises from zero */
  readonly warmUp?: number;
  /** part of the data term that a learning rate which has not decayed at all adds */
  readonly gap?: number;
}

/**
 * A run of N parameters under a schedule, as a toy of two costs: tokens of the warm-up count in proportion to their learning
 * rate, D − W/2 after it, and a rate that has not yet decayed adds gap·(1 − D/horizon) to the data term B/D^β. Without
 * both it is the law's loss. Form and sizes are ours, not a paper's. The first moves the best size of small budgets down and
 * so raises the exponent of N, as Porian et al. 2024 measured; the second spares the small models, which are nearest to the
 * horizon, and lowers it: Hoffmann et al. 2022 (Section 2) blame the decay for Kaplan's high exponent, and this toy does
 * not bear them out.
 */
export function trainingCurve(law: ParametricLaw, N: number, { horizon, warmUp = 0, gap = 0 }: Schedule): TrainingCurve {
  positive("horizon", horizon);
  const lossAt = (D: number): number => {
    if (D > horizon * (1 + 1e-12)) throw new RangeError(`tokens must not be more than the horizon: ${D} > ${horizon}`);
    const seen = warmedUp(positive("tokens", D), warmUp);
    return loss(law, N, seen) + gap * (1 - D / horizon) * law.B * seen ** -law.beta;
  };
  return { N, horizon, lossAt };
}

/** Tokens weighted by the learning rate of a linear warm-up over W tokens: D²/2W within it, D − W/2 after. */
export function warmedUp(D: number, W: number): number {
  return D < W ? D ** 2 / (2 * W) : D - W / 2;
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
