import { findRoot } from "../numbers.ts";
import { optimum } from "./optimum.ts";
import { type JointLaw, table3 } from "./tables.ts";

/** The part of C FLOP that E experts save against a dense model of the same loss, both at their optimum. Ludziejewski et al. 2025, Figure 2 (b). */
export function computeSaved(C: number, E: number, law: JointLaw = table3): number {
  const wanted = optimum(C, 1, 0, law).loss;
  return 1 - findRoot((part) => optimum(part * C, E, 0, law).loss - wanted, 1e-6, 1);
}
