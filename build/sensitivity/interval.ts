import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import type { Assumption, Overrides, Plausible } from "../glossary.ts";
import { UsageProblem } from "../problem.ts";
import type { ValueRuns } from "./value-runs.ts";

/** What a value is if the assumptions it rests on are drawn together from their plausible ranges. */
export interface Interval {
  draws: number;
  seed: number;
  drawn: string[];
  /** Assumptions that stay as they are: those without a plausible range, choices, and those that were set. */
  held: string[];
  /** Draws under which there is no value, with the first reason. */
  failed: number;
  problem: string | null;
  mean: number;
  deviation: number;
  quantiles: Record<string, number>;
}

export interface Drawing {
  draws: number;
  seed: number;
}

const shares = [0.05, 0.25, 0.5, 0.75, 0.95];

/** Joint draws by a seeded generator: the same seed gives the same numbers. */
export async function interval(runs: ValueRuns, { draws, seed }: Drawing): Promise<Interval> {
  const drawn = runs.assumptions.filter(({ plausible, overridden }) => plausible && !overridden);
  if (drawn.length === 0) throw new UsageProblem("--draws: no assumption that this value rests on has a plausible range to be drawn from");
  const held = runs.assumptions.filter((assumption) => !drawn.includes(assumption));
  const uniform = uniformOf(seed);
  const values: number[] = [];
  let problem: string | null = null;
  for (let draw = 0; draw < draws; draw++) {
    const point = await runs.at(drawOf(drawn, uniform));
    if (point.value === null) problem ??= point.problem;
    else values.push(point.value);
  }
  if (values.length === 0) throw new UsageProblem(`--draws: no draw has a value: ${problem}`);
  return { draws, seed, drawn: drawn.map(({ id }) => id), held: held.map(({ id }) => id), failed: draws - values.length, problem, ...momentsOf(values) };
}

function uniformOf(seed: number): () => number {
  const random = xoroshiro128plus(seed);
  return () => uniformFloat64(random);
}

function drawOf(drawn: readonly Assumption[], uniform: () => number): Overrides {
  return Object.fromEntries(drawn.map(({ id, plausible }) => [id, String(place(plausible!, uniform()))]));
}

/** The value at a share of a range, by the way it is drawn. */
function place({ low, high, drawn }: Plausible, share: number): number {
  if (drawn === "resample") return Math.floor(low + share * (high - low + 1));
  if (drawn === "uniform") return low + share * (high - low);
  return Math.min(high, low * (high / low) ** share);
}

function momentsOf(values: number[]): Pick<Interval, "mean" | "deviation" | "quantiles"> {
  const sorted = values.sort((a, b) => a - b);
  const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
  const variance = sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, sorted.length - 1);
  return { mean, deviation: Math.sqrt(variance), quantiles: Object.fromEntries(shares.map((share) => [String(share), quantile(sorted, share)])) };
}

/** Between the two neighbours in order. */
function quantile(sorted: readonly number[], share: number): number {
  const at = share * (sorted.length - 1);
  const [below, above] = [sorted[Math.floor(at)]!, sorted[Math.ceil(at)]!];
  return below + (at - Math.floor(at)) * (above - below);
}
