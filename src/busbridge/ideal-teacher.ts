import { searchBounds } from "./search-bounds.ts";
import { type Laws, laws, studentLoss, type Trained } from "./student-loss.ts";
import { supervisedLoss } from "./supervised-loss.ts";
import { lowestValley } from "./valley.ts";

/** A teacher by its loss, and the student's loss under it. */
export interface IdealTeacher {
  readonly teacherLoss: number;
  readonly loss: number;
}

/**
 * The teacher under which a student does best, among those that the search bounds allow: a better one is worse for it
 * (the capacity gap), a worse one too. D_S = ∞ is allowed. Busbridge et al. 2025, the "best case" of Table 2,
 * where the teacher costs nothing.
 */
export function idealTeacher(student: Trained, by: Laws = laws): IdealTeacher {
  const { from, to } = searchBounds;
  const { x, value } = lowestValley((L) => studentLoss(student, L, by), supervisedLoss(to, to, by.own), supervisedLoss(from, from, by.own));
  return { teacherLoss: x, loss: value };
}

/**
 * What N parameters reach on endless tokens, from labels and from the ideal teacher. The two were fitted apart and need
 * not agree; they do within 0.8 % from 1e8 to 1e11 parameters. Busbridge et al. 2025, Equations 35 and 37.
 */
export function infiniteData(N: number, by: Laws = laws): { supervised: number; distilled: IdealTeacher } {
  return { supervised: supervisedLoss(N, Infinity, by.own), distilled: idealTeacher({ N, D: Infinity }, by) };
}
