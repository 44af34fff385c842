import { bfgs } from "../fitting/bfgs.ts";
import { leastSquares } from "../fitting/least-squares.ts";
import { polish } from "../fitting/multi-start.ts";
import { withDifferences } from "../fitting/objective.ts";
import { effectiveExperts } from "./effective-experts.ts";
import type { RoutedLaw } from "./tables.ts";

/** A finished routed run: N parameters with one expert a layer, E experts, its loss in nats per token. */
export interface RoutedRun {
  readonly N: number;
  readonly E: number;
  readonly loss: number;
}

/** A fitted law and the root mean square of its residuals of log₁₀ L. */
export interface RoutedFit extends RoutedLaw {
  readonly rmse: number;
}

const starts = [1.5, 3, 6].flatMap((start) => [100, 300, 1000].map((max) => [Math.log(start), Math.log(max)]));

/**
 * Clark's law by least squares on log₁₀ L. For given E_start and E_max it is linear in a, b, c, d, which are solved for
 * exactly, so that only two numbers are searched. Clark et al. 2022, Section 4, by the route of the authors' notebook.
 */
export function fitRouted(runs: readonly RoutedRun[]): RoutedFit {
  const objective = withDifferences((x) => Math.log(solved(runs, x).rmse));
  const ends = starts.map((start) => polish(objective, bfgs(objective, start)));
  return solved(runs, ends.reduce((least, end) => (end.value < least.value ? end : least)).x);
}

/** The best a, b, c, d for ln E_start and ln E_max. */
function solved(runs: readonly RoutedRun[], x: ArrayLike<number>): RoutedFit {
  const Emax = Math.exp(x[1]!);
  const Estart = Math.min(Math.exp(x[0]!), 0.999 * Emax);
  const y = runs.map(({ loss }) => Math.log10(loss));
  const rows = runs.map(({ N, E }) => {
    const [n, e] = [Math.log10(N), Math.log10(effectiveExperts({ Estart, Emax }, E))];
    return [n, e, n * e, 1];
  });
  const [a, b, c, d] = leastSquares(rows, y) as [number, number, number, number];
  const square = rows.reduce((sum, [n, e, ne], i) => sum + (a * n! + b * e! + c * ne! + d - y[i]!) ** 2, 0);
  return { a, b, c, d, Estart, Emax, rmse: Math.sqrt(square / runs.length) };
}
