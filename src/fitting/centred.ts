import type { LogRuns } from "./runs.ts";

/** Coordinates in which coefficients and exponents hardly pull at one another, and the ways there and back. */
export interface Centred {
  /** the runs with the middles of ln N and ln D at zero */
  readonly runs: LogRuns;
  readonly meanLnN: number;
  readonly meanLnD: number;
  /** from (a, b, e, α, β, …) */
  there(p: ArrayLike<number>): number[];
  back(x: ArrayLike<number>): number[];
}

/** a and b become the logarithms of the two terms at the middle of the runs: a − α·mean(ln N) and b − β·mean(ln D); what follows β stays. */
export function centred(runs: LogRuns): Centred {
  const [meanLnN, meanLnD] = [mean(runs.lnN), mean(runs.lnD)];
  const moved = (p: ArrayLike<number>, sign: 1 | -1): number[] => [p[0]! + sign * p[3]! * meanLnN, p[1]! + sign * p[4]! * meanLnD, ...Array.from(p).slice(2)];
  return {
    runs: { ...runs, lnN: runs.lnN.map((x) => x - meanLnN), lnD: runs.lnD.map((x) => x - meanLnD) },
    meanLnN, meanLnD,
    there: (p) => moved(p, -1),
    back: (x) => moved(x, 1),
  };
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
