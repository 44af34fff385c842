import { findRoot } from "../numbers.ts";
import { optimalDistillation, optimalSupervised } from "./optimal-allocation.ts";
import type { Scenario } from "./scenarios.ts";

/** By how much a student of N_S parameters and C FLOP is better than the same model trained on labels for C FLOP, in nats per token. */
export function advantage(NS: number, C: number, scenario: Scenario): number {
  return optimalSupervised(NS, C).loss - optimalDistillation(NS, C, scenario).loss;
}

/**
 * The C between `from` and `to` FLOP at which distillation and labels are equally good for N_S parameters, where one of the
 * ends favours each. Busbridge et al. 2025 show it in Figures 8 and 17 and print no numbers. The two losses are
 * the same to 0.4 % a third of a decade on either side, so it is good to no better than that.
 */
export function crossover(NS: number, scenario: Scenario, from: number, to: number): number {
  return findRoot((C) => advantage(NS, C, scenario), from, to);
}
