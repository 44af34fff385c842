import { positive } from "../domain.ts";
import { capacityGap } from "./capacity-gap.ts";
import { limitedLoss, supervisedLoss } from "./supervised-loss.ts";
import { distillation, type DistillationLaw, supervised, type SupervisedLaw } from "./tables.ts";

/** A model and what it is trained on: N parameters without embeddings, D tokens. */
export interface Trained {
  readonly N: number;
  readonly D: number;
}

/** The law of the student and, for what it would reach on labels, the law of everybody. */
export interface Laws {
  readonly student: DistillationLaw;
  readonly own: SupervisedLaw;
}

export const laws: Laws = { student: distillation, own: supervised };

/**
 * L_S = L_T + L_T^(−c₀) (1 + (L_T/(L̃_S d₁))^(1/f₁))^(−c₁f₁) (A'/N_S^α' + B'/D_S^β')^γ': nats per token of a student that learns
 * D_S tokens from the probabilities of a teacher whose loss is L_T. Busbridge et al. 2025, Equation 8; fitted for
 * N_S from 143e6 to 12.6e9 and D_S up to 512e9, at mixing weight λ = 1 and temperature τ = 1.
 */
export function studentLoss(student: Trained, teacherLoss: number, by: Laws = laws): number {
  return teacherLoss + studentExcess(student, teacherLoss, by);
}

/**
 * L_S − L_T, which no choice of arguments makes negative: the law cannot say that a student beats its teacher, though
 * the paper's Figure 2 and Appendix E.7 show students that do.
 */
export function studentExcess({ N, D }: Trained, teacherLoss: number, { student, own }: Laws = laws): number {
  const gap = capacityGap(positive("teacher's loss", teacherLoss) / supervisedLoss(N, D, own), student);
  return teacherLoss ** -student.c0 * gap * limitedLoss(N, D, student);
}
