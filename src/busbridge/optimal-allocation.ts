import { positive } from "../domain.ts";
import { idealTeacher } from "./ideal-teacher.ts";
import { distillationFlops, type DistillationFlops, type Scenario, supervisedTokens } from "./scenarios.ts";
import { searchBounds } from "./search-bounds.ts";
import { studentLoss, type Trained } from "./student-loss.ts";
import { supervisedLoss } from "./supervised-loss.ts";
import { largestTeacher, studentTokens, type Task, teacherTokens } from "./teacher-tokens.ts";
import { lowestValley } from "./valley.ts";

/** How C FLOP are best spent on a student of given size. */
export interface DistillationOptimum {
  readonly student: Trained;
  /** null where the teacher costs nothing, as then any teacher of that loss will do */
  readonly teacher: Trained | null;
  readonly teacherLoss: number;
  readonly loss: number;
  readonly flops: DistillationFlops;
}

/**
 * The D_S, N_T and D_T of least L_S for a student of N_S parameters and C FLOP in a scenario, within the paper's search
 * bounds. Busbridge et al. 2025, Section 5 and Appendix D.4, who search three variables numerically; here one
 * search over N_T is left. The student's tokens are what the budget leaves, and for the teacher's tokens see
 * `teacherTokens`. The loss is good to 1e-9; N_T and D_T are flat there, and good to about 1e-5 of themselves.
 */
export function optimalDistillation(NS: number, C: number, scenario: Scenario): DistillationOptimum {
  const task = { NS, C: positive("compute", C), scenario };
  if (scenario.logits === 0 && scenario.pretraining === 0) return freeTeacher(task);
  const { x } = lowestValley((NT) => taught(NT, task).loss, searchBounds.from, largestTeacher(task) * (1 - 1e-9), 80);
  const best = taught(x, task);
  return { ...best, flops: distillationFlops(best.student, best.teacher, scenario) };
}

/** Labels alone: all of C goes into the student's tokens. */
export function optimalSupervised(N: number, C: number): { D: number; loss: number } {
  const D = supervisedTokens(N, C);
  return { D, loss: supervisedLoss(N, D) };
}

function freeTeacher({ NS, C }: Task): DistillationOptimum {
  const student = { N: NS, D: supervisedTokens(NS, C) };
  return { student, teacher: null, ...idealTeacher(student), flops: { student: C, logits: 0, pretraining: 0, total: C } };
}

function taught(NT: number, task: Task): { student: Trained; teacher: Trained; teacherLoss: number; loss: number } {
  const teacher = { N: NT, D: teacherTokens(NT, task) };
  const student = { N: task.NS, D: studentTokens(teacher, task) };
  const teacherLoss = supervisedLoss(teacher.N, teacher.D);
  return { student, teacher, teacherLoss, loss: studentLoss(student, teacherLoss) };
}
