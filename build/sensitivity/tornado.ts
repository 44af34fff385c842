import type { Assumption } from "../glossary.ts";
import type { Point, ValueRuns } from "./value-runs.ts";

/** A value as one assumption goes over its range, all others as they are. */
export interface Bar {
  id: string;
  label: string;
  unit: string;
  /** What it is where it is not varied. */
  at: number;
  range: { low: number; high: number; kind: "plausible" | "allowed"; source: string | null };
  low: Point;
  high: Point;
  /** How far apart the two values are; nothing where one is missing. */
  span: number | null;
  /** d ln y / d ln x at the value that it has. */
  elasticity: number | null;
  /** Why there is no elasticity. */
  noElasticity: string | null;
}

/** A value under each option of a choice. */
export interface Choice {
  id: string;
  label: string;
  at: string;
  options: ({ option: string } & Point)[];
}

export interface Tornado {
  /** By their span, the widest first. */
  bars: Bar[];
  choices: Choice[];
  notVaried: { id: string; label: string; reason: string }[];
}

/** Each assumption that a value rests on, varied over the range it plausibly or else may lie in, one at a time. */
export async function tornado(runs: ValueRuns): Promise<Tornado> {
  const drawn: Tornado = { bars: [], choices: [], notVaried: [] };
  for (const assumption of runs.assumptions) {
    const range = rangeOf(assumption);
    if (assumption.options) drawn.choices.push(await choice(runs, assumption));
    else if (typeof range === "string") drawn.notVaried.push({ id: assumption.id, label: assumption.label, reason: range });
    else drawn.bars.push(await bar(runs, assumption, range));
  }
  drawn.bars.sort((a, b) => (b.span ?? -1) - (a.span ?? -1));
  return drawn;
}

function rangeOf({ plausible, min, max }: Assumption): Bar["range"] | string {
  if (plausible?.drawn === "resample") return "the number of a resample of runs, which intervals draw";
  if (plausible) return { low: plausible.low, high: plausible.high, kind: "plausible", source: plausible.source };
  return min === null || max === null ? "it has no range" : { low: min, high: max, kind: "allowed", source: null };
}

async function choice(runs: ValueRuns, { id, label, value, options }: Assumption): Promise<Choice> {
  const points: Choice["options"] = [];
  for (const option of options!) points.push({ option, ...(await runs.at({ [id]: option })) });
  return { id, label, at: String(value), options: points };
}

async function bar(runs: ValueRuns, assumption: Assumption, range: Bar["range"]): Promise<Bar> {
  const { id, label, unit, value } = assumption;
  const low = await runs.at({ [id]: String(range.low) });
  const high = await runs.at({ [id]: String(range.high) });
  const span = low.value === null || high.value === null ? null : Math.abs(high.value - low.value);
  return { id, label, unit, at: value as number, range, low, high, span, ...(await elasticity(runs, assumption)) };
}

/** Wide enough that a value found by a search, good to 1e-8 of itself, has an elasticity good to 1e-5. */
const nudge = 1e-3;

/** By central differences of the logarithms, and to one side at an end of what it may be. */
async function elasticity(runs: ValueRuns, { id, value, min, max }: Assumption): Promise<Pick<Bar, "elasticity" | "noElasticity">> {
  const x = value as number;
  if (!(x > 0)) return { elasticity: null, noElasticity: "it is not above zero" };
  const [under, over] = [Math.max(min ?? 0, x * Math.exp(-nudge)), Math.min(max ?? Infinity, x * Math.exp(nudge))];
  const [below, above] = [await runs.at({ [id]: String(under) }), await runs.at({ [id]: String(over) })];
  const problem = below.problem ?? above.problem;
  if (problem !== null) return { elasticity: null, noElasticity: problem };
  if (!(below.value! > 0 && above.value! > 0)) return { elasticity: null, noElasticity: "the value is not above zero" };
  return { elasticity: Math.log(above.value! / below.value!) / Math.log(over / under), noElasticity: null };
}
