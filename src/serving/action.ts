import { notNegative, positive } from "../domain.ts";
import type { Published } from "../published.ts";
import { decodeStep } from "./decode.ts";
import { type Attending, chipsToCompute, prefillFlops, prefillSeconds } from "./prefill.ts";
import type { Slice } from "./slice.ts";

/** One turn of an agent: new tokens behind cached ones, then an answer. */
export interface Turn {
  /** tokens whose keys and values are there already */
  readonly cached: number;
  /** new tokens of prefill */
  readonly fresh: number;
  /** tokens of cache that a step of the decode reads */
  readonly context: number;
  /** tokens of the answer */
  readonly decode: number;
  /** seconds before the model is asked */
  readonly overhead: number;
  /** seconds that the whole may take */
  readonly limit: number;
  /** seconds that the prefill may take */
  readonly prefillLimit: number;
}

/**
 * The talk's web agent: 128k tokens of which 8k are new, 128 tokens an action, a second between actions, a quarter of it
 * for scaffolding, load balancing, validation and the retrieval of the cache. 8k are 8,000 where its 5.7 s is meant; the cache
 * is taken for 131,072 tokens. The limit of the prefill is stated for an API and not derived.
 */
export const webAgent = {
  cached: 120_000, fresh: 8000, context: 131_072, decode: 128, overhead: 0.25, limit: 1, prefillLimit: 0.5,
  source: "V. Feinberg, Gemini Flash Pretraining, Princeton COS 568, April 2025", where: "slides on small model customers", confidence: "secondary",
} as const satisfies Published & Turn;

/** A model as it is served. */
export interface Served {
  readonly N: number;
  readonly weightBytes: number;
  readonly kvBytesPerToken: number;
  /** heads, if attention over the cache is to be counted */
  readonly heads?: Attending | undefined;
}

/** Seconds of a turn, in the order in which they pass. */
export interface TurnTime {
  readonly overhead: number;
  readonly prefill: number;
  readonly decode: number;
  readonly total: number;
}

/** Overhead, prefill at an MFU, and as many steps of a decode for one sequence as the answer has tokens, each the least that bandwidth allows. */
export function turnTime(model: Served, slice: Slice, turn: Turn = webAgent, mfu = 1): TurnTime {
  const { N, weightBytes, kvBytesPerToken } = model;
  const overhead = notNegative("overhead", turn.overhead);
  const prefill = prefillSeconds(turnFlops(model, turn), slice, mfu);
  const step = decodeStep({ batch: 1, N, weightBytes, kvBytes: turn.context * kvBytesPerToken }, slice);
  const decode = notNegative("decode", turn.decode) * step.total;
  return { overhead, prefill, decode, total: overhead + prefill + decode };
}

/** FLOP of the turn's prefill, with attention over the cache where the heads are given. */
export function turnFlops({ N, heads }: Pick<Served, "N" | "heads">, turn: Turn = webAgent): number {
  return prefillFlops(N, turn.fresh, heads && { heads, cached: turn.cached }).total;
}

/** Seconds that are left of the limit; below zero the turn is late. */
export function slack(model: Served, slice: Slice, turn: Turn = webAgent, mfu = 1): number {
  return turn.limit - turnTime(model, slice, turn, mfu).total;
}

/** Chips, not a whole number, that have the prefill done within its own limit. */
export function prefillChips({ N, heads }: Pick<Served, "N" | "heads">, peak: number, turn: Turn = webAgent, mfu = 1): number {
  return chipsToCompute(turnFlops({ N, heads }, turn), turn.prefillLimit, peak, mfu);
}

/** The MFU at which so many chips have the prefill done within its own limit; above 1 they are too few. */
export function prefillMfu(model: Pick<Served, "N" | "heads">, chips: number, peak: number, turn: Turn = webAgent): number {
  return prefillChips(model, peak, turn) / positive("chips", chips);
}
