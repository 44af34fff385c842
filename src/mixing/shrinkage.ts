import { notNegative, positive } from "../domain.ts";

/**
 * Two estimates of one target: the label, right on average with variance V, and the teacher, wrong on average by b
 * (b² its squared bias) with variance Vt, the two independent. All in squares of the target's unit.
 */
export interface Errors {
  readonly V: number;
  readonly b2: number;
  readonly Vt: number;
}

/** (1 − w)²V + w²(b² + Vt): mean squared error of (1 − w)·label + w·teacher. */
export function mixedRisk(w: number, { V, b2, Vt }: Errors): number {
  return (1 - w) ** 2 * positive("label variance", V) + w ** 2 * teacherError({ b2, Vt });
}

/**
 * w* = V/(V + b² + Vt), the weight of least error, and its risk V(b² + Vt)/(V + b² + Vt), below V and below b² + Vt however
 * bad the teacher is: James and Stein's argument for mixing. A better teacher lowers b² only. A derivation of this report.
 */
export function bestMixture({ V, b2, Vt }: Errors): { w: number; risk: number } {
  const w = positive("label variance", V) / (V + teacherError({ b2, Vt }));
  return { w, risk: w * teacherError({ b2, Vt }) };
}

function teacherError({ b2, Vt }: Pick<Errors, "b2" | "Vt">): number {
  return notNegative("squared bias", b2) + notNegative("teacher variance", Vt);
}
