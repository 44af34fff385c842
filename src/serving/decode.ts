import { notNegative, positive } from "../domain.ts";
import { twoND } from "../transformer/six-n-d.ts";
import type { Slice } from "./slice.ts";

/** What one step of a decode reads and computes. */
export interface Step {
  /** sequences, each of which gets one token */
  readonly batch: number;
  /** parameters that multiply each token */
  readonly N: number;
  readonly weightBytes: number;
  /** bytes of one sequence's keys and values */
  readonly kvBytes: number;
}

/** Seconds of a step by what it waits for. */
export interface StepTime {
  /** reading the caches: attention, bound by bandwidth at any batch */
  readonly kv: number;
  /** reading the weights */
  readonly weights: number;
  /** multiplying by them, at the same time */
  readonly arithmetic: number;
  readonly bound: "weights" | "arithmetic";
  readonly total: number;
}

/**
 * B·KV/bandwidth + max(2BN/peak, weights/bandwidth), each rate times the chips: the least time in which B sequences get
 * a token each. Austin et al. 2025, Part 7, "Theoretical Step Time (General)"; communication, scores and activations left out.
 */
export function decodeStep({ batch, N, weightBytes, kvBytes }: Step, { chips, peak, bandwidth }: Slice): StepTime {
  const read = positive("chips", chips) * positive("bandwidth", bandwidth);
  const kv = (positive("batch", batch) * notNegative("kv bytes", kvBytes)) / read;
  const weights = positive("weight bytes", weightBytes) / read;
  const arithmetic = twoND(N, batch) / (chips * positive("peak", peak));
  return { kv, weights, arithmetic, bound: arithmetic > weights ? "arithmetic" : "weights", total: kv + Math.max(weights, arithmetic) };
}

/** Tokens per second of the whole slice: B over the time of a step. */
export function tokensPerSecond(step: Step, slice: Slice): number {
  return step.batch / decodeStep(step, slice).total;
}

/** The time of a step whose batch fills the memory: memory over bandwidth, whatever the model and the chips. */
export function fullMemoryStep({ memory, bandwidth }: { readonly memory: number; readonly bandwidth: number }): number {
  return positive("memory", memory) / positive("bandwidth", bandwidth);
}

/** Queries per second and chip when each takes `steps` tokens: B/(steps · time of a step · chips). */
export function queriesPerChip(batch: number, stepSeconds: number, steps: number, chips: number): number {
  return positive("batch", batch) / (positive("steps", steps) * positive("step time", stepSeconds) * positive("chips", chips));
}

/** Servers of prefill that keep one server of decode busy: B prefills are due in the time of `steps` steps. */
export function prefillServers(prefillSeconds: number, batch: number, stepSeconds: number, steps: number): number {
  return (positive("prefill time", prefillSeconds) * positive("batch", batch)) / (positive("steps", steps) * positive("step time", stepSeconds));
}

/** Chips, not a whole number, that read `bytes` for each of `steps` steps within `seconds`. */
export function chipsToRead(bytes: number, steps: number, seconds: number, bandwidth: number): number {
  return (positive("bytes", bytes) * positive("steps", steps)) / (positive("seconds", seconds) * positive("bandwidth", bandwidth));
}
