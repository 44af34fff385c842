import { positive } from "../domain.ts";
import { distillation, type DistillationLaw } from "./tables.ts";

/** The constants of the gap; any object that has them will do. */
export type GapLaw = Pick<DistillationLaw, "c1" | "d1" | "f1">;

/**
 * (1 + (r/d₁)^(1/f₁))^(−c₁f₁) with r = L_T/L̃_S, the teacher's loss over what the student would reach on labels: how much
 * of its limits the student feels, from 1 below a teacher far better than itself down to 0 above one that is worse.
 * Busbridge et al. 2025, Equation 8.
 */
export function capacityGap(ratio: number, { c1, d1, f1 }: GapLaw = distillation): number {
  return Math.exp(-c1 * f1 * Math.log1p((positive("ratio of losses", ratio) / d1) ** (1 / f1)));
}

/**
 * exp(−k r^(1/f₁)) with k = c₁f₁ d₁^(−1/f₁) = 2.244: what the gap comes to below r = d₁. So c₁ and d₁ act as one constant,
 * which is why c₁ is printed as 522.6 (522.6, 522.6), and the transition lies where k r^(1/f₁) = ln 2, at r = 0.90,
 * not at d₁ = 1.315. Derived here.
 */
export function effectiveCapacityGap(ratio: number, law: GapLaw = distillation): number {
  return Math.exp(-gapStrength(law) * positive("ratio of losses", ratio) ** (1 / law.f1));
}

/** k = c₁f₁ d₁^(−1/f₁), the one number that c₁ and d₁ amount to. */
export function gapStrength({ c1, d1, f1 }: GapLaw = distillation): number {
  return c1 * f1 * d1 ** (-1 / f1);
}

/** The ratio of losses at which the gap is one half: d₁ (2^(1/(c₁f₁)) − 1)^f₁. */
export function halfwayRatio({ c1, d1, f1 }: GapLaw = distillation): number {
  return d1 * Math.expm1(Math.LN2 / (c1 * f1)) ** f1;
}
