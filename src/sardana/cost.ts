import { fraction, notNegative, positive } from "../domain.ts";
import { sixND, twoND } from "../transformer/six-n-d.ts";

/** Prices and utilisation of the two kinds of chips, and the length of a request in tokens. */
export interface Setting {
  /** peak in FLOP/s, price of a chip-hour in dollars, model FLOP utilisation */
  readonly training: { readonly peak: number; readonly dollarsPerHour: number; readonly mfu: number };
  /** the same; prompts are read at one utilisation and answers written at another */
  readonly inference: { readonly peak: number; readonly dollarsPerHour: number; readonly mfuInput: number; readonly mfuOutput: number };
  readonly request: { readonly input: number; readonly output: number };
}

/** What a FLOP that counts costs in dollars: the price of a chip-second over peak times utilisation. */
export function dollarsPerFlop({ peak, dollarsPerHour, mfu }: Setting["training"]): number {
  return positive("price", dollarsPerHour) / 3600 / (positive("peak", peak) * fraction("mfu", mfu));
}

/** Dollars to train N parameters on D tokens and to serve so many requests. Sardana et al. 2024, Section 4 and Appendix B. */
export function lifetimeCost(setting: Setting, { N, D }: { N: number; D: number }, requests: number): number {
  const served = notNegative("requests", requests) === 0 ? 0 : twoND(N, requests * requestTokens(setting));
  return sixND(N, D) * dollarsPerFlop(setting.training) + served * dollarsPerInferenceFlop(setting);
}

/**
 * w of `inferenceAware`: the dollars of an inference FLOP over those of a training FLOP, so that the least total in training FLOP
 * is the least total in dollars. Different chips, prices and utilisations are in it and nothing else of the law changes.
 */
export function costWeight(setting: Setting): number {
  return dollarsPerInferenceFlop(setting) / dollarsPerFlop(setting.training);
}

/** Tokens of one request: prompt and answer. D_inf is requests times this. */
export function requestTokens({ request: { input, output } }: Setting): number {
  return notNegative("input tokens", input) + notNegative("output tokens", output);
}

/** The same setting with inference at so many times its price. */
export function repriced(setting: Setting, factor: number): Setting {
  const { inference } = setting;
  return { ...setting, inference: { ...inference, dollarsPerHour: inference.dollarsPerHour * positive("factor", factor) } };
}

/** Reading and writing together, each FLOP at its own utilisation. */
function dollarsPerInferenceFlop(setting: Setting): number {
  const { inference: { peak, dollarsPerHour, mfuInput, mfuOutput }, request } = setting;
  const read = request.input * dollarsPerFlop({ peak, dollarsPerHour, mfu: mfuInput });
  const written = request.output * dollarsPerFlop({ peak, dollarsPerHour, mfu: mfuOutput });
  return (read + written) / requestTokens(setting);
}
