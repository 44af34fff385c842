import { bfgs } from "./bfgs.ts";
import { polish } from "./multi-start.ts";
import type { Objective } from "./objective.ts";

/** The least objective with one number held. */
export interface ProfilePoint {
  readonly held: number;
  readonly value: number;
  readonly x: Float64Array;
}

/**
 * The profile of an objective: for each value of the number at `index`, the least that the others can reach, from several
 * starts. A flat profile says that the data do not know that number, whatever digits a fit gives it.
 */
export function profile(objective: Objective, index: number, values: readonly number[], starts: readonly ArrayLike<number>[]): ProfilePoint[] {
  return values.map((held) => {
    const ends = starts.map((start) => {
      const rest = Array.from(start).filter((_, i) => i !== index);
      const inner = holding(objective, index, held, start.length);
      return polish(inner, bfgs(inner, rest));
    });
    const best = ends.reduce((least, end) => (end.value < least.value ? end : least));
    return { held, value: best.value, x: withHeld(best.x, index, held) };
  });
}

/** The objective as a function of all numbers but one. */
function holding(objective: Objective, index: number, held: number, size: number): Objective {
  const gradient = new Float64Array(size);
  return (x, out) => {
    const value = objective(withHeld(x, index, held), gradient);
    for (let i = 0, j = 0; i < size; i++) if (i !== index) out[j++] = gradient[i]!;
    return value;
  };
}

function withHeld(x: Float64Array, index: number, held: number): Float64Array {
  return Float64Array.of(...x.slice(0, index), held, ...x.slice(index));
}
