import type { ParametricLaw } from "../parametric/loss.ts";
import { huber, huberSlope } from "./huber.ts";
import type { Objective } from "./objective.ts";
import type { LogRuns } from "./runs.ts";

/** δ of Hoffmann's Huber loss, in the logarithm of the loss. Hoffmann et al. 2022, Equation 11 and D.2. */
export const hoffmannDelta = { delta: 1e-3, source: "Hoffmann et al. 2022", where: "Section D.2", confidence: "read in source" } as const;

/**
 * Σ Huber_δ(ln L − LSE(a − α ln N, b − β ln D, e)) over the runs, as a function of (a, b, e, α, β) = (ln A, ln B, ln E, α, β).
 * Hoffmann et al. 2022, Equation 11. The sum, not the mean: divided by the number of runs it is so flat that usual
 * stopping rules end early. Runs with weight 0 are skipped.
 */
export function parametricObjective({ lnN, lnD, loss, weight }: LogRuns, delta: number = hoffmannDelta.delta): Objective {
  return (p, gradient) => {
    const a = p[0]!;
    const b = p[1]!;
    const E = Math.exp(p[2]!);
    const alpha = p[3]!;
    const beta = p[4]!;
    let value = 0;
    let ga = 0;
    let gb = 0;
    let ge = 0;
    let gAlpha = 0;
    let gBeta = 0;
    for (let i = 0; i < loss.length; i++) {
      const w = weight[i]!;
      if (w === 0) continue;
      const x = lnN[i]!;
      const y = lnD[i]!;
      const ofN = Math.exp(a - alpha * x);
      const ofD = Math.exp(b - beta * y);
      const sum = ofN + ofD + E;
      const residual = logOfRatio(loss[i]!, sum);
      value += w * huber(residual, delta);
      const slope = (w * huberSlope(residual, delta)) / sum;
      ga -= slope * ofN;
      gb -= slope * ofD;
      ge -= slope * E;
      gAlpha += slope * ofN * x;
      gBeta += slope * ofD * y;
    }
    gradient[0] = ga;
    gradient[1] = gb;
    gradient[2] = ge;
    gradient[3] = gAlpha;
    gradient[4] = gBeta;
    return value;
  };
}

/** ln(a/b): by its series in (a − b)/(a + b) where they are close, as a loss and its prediction are, which takes a third of the time. */
function logOfRatio(a: number, b: number): number {
  const z = (a - b) / (a + b);
  if (!(z > -0.03 && z < 0.03)) return Math.log(a / b);
  const s = z * z;
  return 2 * z * (1 + s * (1 / 3 + s * (1 / 5 + s * (1 / 7 + s * (1 / 9 + s / 11)))));
}

/** (a, b, e, α, β) as a law. */
export function lawOf(p: ArrayLike<number>): ParametricLaw {
  const [a, b, e, alpha, beta] = p as unknown as [number, number, number, number, number];
  return { A: Math.exp(a), B: Math.exp(b), E: Math.exp(e), alpha, beta };
}

/** A law as (a, b, e, α, β). */
export function parametersOf({ A, B, E, alpha, beta }: ParametricLaw): Float64Array {
  return Float64Array.of(Math.log(A), Math.log(B), Math.log(E), alpha, beta);
}
