import { bfgs, type Minimum } from "./bfgs.ts";
import type { Objective } from "./objective.ts";

/** The least of many minima, and how many starts led to it. */
export interface BestMinimum extends Minimum {
  readonly starts: number;
  /** starts that ended within 1e-4 of the least value, in parts of it */
  readonly reached: number;
}

/**
 * Minimises from every start to eight digits and from the best end to the last. An end is a minimum nearby, whatever a
 * flag of success would say: only the comparison tells how many were the least one. Errors: no start, or none finite.
 */
export function multiStart(objective: Objective, starts: readonly ArrayLike<number>[]): BestMinimum {
  const ends = starts.map((start) => bfgs(objective, start, { tolerance: starts.length === 1 ? 1e-14 : 1e-8 }));
  const best = ends.reduce((least, end) => (end.value < least.value ? end : least), { value: Infinity } as Minimum);
  if (best.value === Infinity) throw new RangeError(`wanted a start with a finite objective among ${starts.length}`);
  const polished = starts.length === 1 ? best : polish(objective, best);
  const reached = ends.filter(({ value }) => value <= polished.value + 1e-4 * Math.abs(polished.value)).length;
  return { ...polished, starts: starts.length, reached };
}

/** Minimises again from where the last one ended, each time with a new idea of the curvature, until nothing is gained. */
export function polish(objective: Objective, from: Minimum): Minimum {
  const next = bfgs(objective, from.x, { tolerance: 1e-16 });
  return next.value < from.value ? polish(objective, next) : from;
}
