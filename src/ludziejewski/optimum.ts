import { notNegative, positive } from "../domain.ts";
import { findRoot } from "../numbers.ts";
import { loss, type ParametricLaw } from "../parametric/loss.ts";
import { type Optimum, optimum as parametricOptimum } from "../parametric/optimum.ts";
import { atExperts } from "./joint-loss.ts";
import { type JointLaw, table3 } from "./tables.ts";

/**
 * The N_act and D of least loss for C FLOP and E experts. For training alone, 6·N_act·D = C, Hoffmann's closed form; if the
 * model will also serve D_inf tokens on the same budget, 6·N_act·D + 2·N_act·D_inf = C, the root of
 * αA/N^α = βB/D^β · (1 + D_inf/3D). Ludziejewski et al. 2025, Equation 7 and Section 4.4.
 */
export function optimum(C: number, E: number, served = 0, law: JointLaw = table3): Optimum {
  const parametric = atExperts(E, law);
  return notNegative("served tokens", served) === 0 ? parametricOptimum(parametric, C) : serving(parametric, C, served);
}

/** D = C/6N − D_inf/3: the tokens that training can afford on what serving D_inf leaves of C FLOP. */
export function affordable(C: number, active: number, served = 0): number {
  return positive("compute", C) / (6 * positive("active parameters", active)) - served / 3;
}

function serving(law: ParametricLaw, C: number, served: number): Optimum {
  const { A, alpha, B, beta } = law;
  const slope = (D: number) => alpha * A * sizeFor(C, D, served) ** -alpha - beta * B * D ** -beta * (1 + served / (3 * D));
  const D = findRoot(slope, 1e-6, 1e40);
  const N = sizeFor(C, D, served);
  return { N, D, loss: loss(law, N, D) };
}

function sizeFor(C: number, D: number, served: number): number {
  return positive("compute", C) / (6 * D + 2 * served);
}
