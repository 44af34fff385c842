import type { Assumption, Overrides } from "../../build/glossary.ts";
import type { Report } from "../../build/run/run-report.ts";
import { seeded } from "../../src/fitting/random.ts";

/** A chapter and what is set of the assumptions that its page offers. */
export interface Setting {
  chapter: string;
  overrides: Overrides;
}

/** So many settings within the ranges, spread evenly over the chapters; each sets one to three of the assumptions that a page offers. */
export function randomSettings(report: Report, count: number, seed: number): Setting[] {
  const { uniform } = seeded(seed);
  const offered = report.chapters.map(({ name }) => ({ name, assumptions: report.assumptions.filter(({ id }) => report.reach![name]![id] === "page") })).filter(({ assumptions }) => assumptions.length > 0);
  return Array.from({ length: count }, (_, index) => {
    const { name, assumptions } = offered[index % offered.length]!;
    const left = [...assumptions];
    const wanted = Math.min(left.length, 1 + Math.floor(3 * uniform()));
    const chosen = Array.from({ length: wanted }, () => left.splice(Math.floor(uniform() * left.length), 1)[0]!);
    return { chapter: name, overrides: Object.fromEntries(chosen.map((assumption) => [assumption.id, valueOf(assumption, uniform())])) };
  });
}

/** Evenly in factors over wide ranges, evenly in steps over others; with three digits, as one would type it. */
function valueOf({ value, min, max, options }: Assumption, share: number): string {
  if (options) return options[Math.floor(share * options.length)]!;
  const low = min ?? Math.min(0, Number(value));
  const high = max ?? 2 * Number(value);
  const wide = high > 100 * low && high > 0;
  const from = low > 0 ? low : (Number(value) || high) / 1e3;
  const drawn = wide ? from * (high / from) ** share : low + share * (high - low);
  const typed = Number.isInteger(value) && high > 3 ? Math.round(drawn) : Number(drawn.toPrecision(3));
  return String(Math.min(high, Math.max(low, typed)));
}
