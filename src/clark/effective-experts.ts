import { notNegative } from "../domain.ts";

/** Where the transform of E starts and where it saturates, in experts. */
export interface Saturation {
  readonly Estart: number;
  readonly Emax: number;
}

/**
 * Ê, the experts that count: 1/Ê = 1/(E − 1 + (1/E_start − 1/E_max)⁻¹) + 1/E_max, E being the experts of a routed layer.
 * One expert counts as E_start, infinitely many as E_max. Clark et al. 2022, Equation 1; Ludziejewski et al. 2025, Equation 4.
 */
export function effectiveExperts({ Estart, Emax }: Saturation, E: number): number {
  const more = notNegative("experts beyond the first", E - 1);
  return 1 / (1 / (more + 1 / (1 / Estart - 1 / Emax)) + 1 / Emax);
}
