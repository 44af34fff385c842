import { notNegative, positive } from "../domain.ts";
import type { Published } from "../published.ts";
import { forwardFlops } from "./flops-per-token.ts";
import type { Trained } from "./student-loss.ts";
import { type Family, family } from "./tables.ts";

/** Which part of the teacher's cost is charged to the student: δ_Lgt of its logits, δ_Pre of its training, each from 0 to 1. */
export interface Scenario {
  readonly logits: number;
  readonly pretraining: number;
}

const table2 = { source: "Busbridge et al. 2025 (2502.08606v2)", where: "Table 2", confidence: "read in source" } as const;

/** The four scenarios of the paper, by what has to be paid. */
export const scenarios = {
  best: { name: "best case (fully amortised teacher)", logits: 0, pretraining: 0, ...table2 },
  inference: { name: "teacher inference", logits: 1, pretraining: 0, ...table2 },
  pretraining: { name: "teacher pretraining", logits: 0, pretraining: 1, ...table2 },
  both: { name: "teacher pretraining + inference", logits: 1, pretraining: 1, ...table2 },
} as const satisfies Record<string, Published & Scenario & { name: string }>;

export type ScenarioId = keyof typeof scenarios;
export const scenarioIds = Object.keys(scenarios) as ScenarioId[];

/** FLOP of a distillation by part. */
export interface DistillationFlops {
  readonly student: number;
  readonly logits: number;
  readonly pretraining: number;
  readonly total: number;
}

/**
 * 3F(N_S)D_S + F(N_T)(δ_Lgt D_S + δ_Pre 3D_T): forward and backward of the student, forward of the teacher for each of the
 * student's tokens, forward and backward of the teacher's training. Busbridge et al. 2025, Equation 9.
 */
export function distillationFlops(student: Trained, teacher: Trained, { logits, pretraining }: Scenario, of: Family = family): DistillationFlops {
  const [FS, FT] = [forwardFlops(student.N, of), forwardFlops(teacher.N, of)];
  const parts = {
    student: 3 * FS * positive("student's tokens", student.D),
    logits: notNegative("share of the logits", logits) * FT * student.D,
    pretraining: notNegative("share of the pretraining", pretraining) * 3 * FT * positive("teacher's tokens", teacher.D),
  };
  return { ...parts, total: parts.student + parts.logits + parts.pretraining };
}

/** Tokens of labels that C FLOP pay for, without any teacher: C/3F(N). */
export function supervisedTokens(N: number, C: number, of: Family = family): number {
  return positive("compute", C) / (3 * forwardFlops(N, of));
}
