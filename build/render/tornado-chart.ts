import type { Sensitivity } from "../sensitivity/analyse.ts";
import type { Bar, Choice } from "../sensitivity/tornado.ts";
import { outsideText } from "../words/outside.ts";
import { show } from "../words/show.ts";

/** A sensitivity as a chart: a bar for each assumption from the value at one end of its range to that at the other, a dot for each option of a choice. */
export function tornadoSpec({ point, unit, bars, choices }: Sensitivity): Record<string, unknown> {
  const whole = bars.filter(isWhole);
  const spans = whole.map(({ id, low, high }) => ({ id, from: Math.min(low.value!, high.value!), to: Math.max(low.value!, high.value!) }));
  const dots = choices.flatMap(({ id, options }) => options.flatMap(({ value }) => (value === null ? [] : [{ id, value }])));
  const rows = [...spans.map(({ id }) => id), ...new Set(dots.map(({ id }) => id))];
  const y = { field: "id", type: "nominal", sort: rows, title: null, scale: { domain: rows } };
  const x = axisOf([...spans.flatMap(({ from, to }) => [from, to]), ...dots.map(({ value }) => value)], unit);
  return {
    height: 34 * rows.length + 30,
    layer: [
      { data: { values: spans }, mark: { type: "bar", height: 14, fill: "var(--series-1)" }, encoding: { y, x: { field: "from", ...x }, x2: { field: "to" } } },
      { data: { values: dots }, mark: { type: "point", size: 50, fill: "var(--series-2)", opacity: 1 }, encoding: { y, x: { field: "value", ...x } } },
      { data: { values: [{ value: point.value }] }, mark: { type: "rule", stroke: "var(--ink)", strokeDash: [3, 3] }, encoding: { x: { field: "value", type: "quantitative" } } },
      ...(["left", "right"] as const).map((side) => ({
        data: { values: whole.map((bar) => endOf(bar, side)) },
        mark: { type: "text", align: side === "left" ? "right" : "left", dx: side === "left" ? -5 : 5 },
        encoding: { y, x: { field: "value", type: "quantitative" }, text: { field: "text" } },
      })),
    ],
  };
}

/** The chart for those who do not see it, in the numbers of the command line. */
export function tornadoSays({ label, point, unit, bars, choices }: Sensitivity): string {
  const written = (value: number | null): string => (value === null ? "nothing" : show(value, { unit }).text);
  const far = point.outside ? ` (${outsideText(point.outside)})` : "";
  const moved = bars.filter(isWhole).map(({ label: name, range, unit: of, low, high }) => `${name} from ${show(range.low, { unit: of })} to ${show(range.high, { unit: of })}: ${written(low.value)} to ${written(high.value)}`);
  const chosen = choices.map((choice) => `${choice.label}: ${extremes(choice).map(({ option, value }) => `${written(value)} with ${option}`).join(" to ")}`);
  return `${label}: ${written(point.value)}${far}. ${[...moved, ...chosen].join("; ")}.`;
}

/** What the caption says behind its author's words. */
export function tornadoLegend({ point, bars, choices }: Sensitivity): string {
  const whole = bars.filter(isWhole);
  const elastic = whole.flatMap(({ id, elasticity }) => (elasticity === null ? [] : [`\`${id}\` ${show(elasticity, { digits: 2 }).text}`]));
  return [
    `Bars: one assumption over its plausible range, whose ends are written beside it${choices.length > 0 ? "; dots: the options of a choice" : ""}; dashed: the value as it is${point.outside ? `, ${outsideText(point.outside)}` : ""}.`,
    ...(elastic.length > 0 ? [`For one per cent more the value changes by so many per cent: ${elastic.join(", ")}.`] : []),
    "It is drawn for the report as it was built.",
  ].join(" ");
}

/** Only what plausibly may be is drawn: beside all that is allowed nothing else could be seen. */
function isWhole({ range, low, high }: Bar): boolean {
  return range.kind === "plausible" && low.value !== null && high.value !== null;
}

function endOf({ id, unit, range, low, high }: Bar, side: "left" | "right"): { id: string; value: number; text: string } {
  const lowIsLeft = low.value! <= high.value!;
  const [end, point] = (side === "left") === lowIsLeft ? [range.low, low] : [range.high, high];
  return { id, value: point.value!, text: show(end, unit === "1" || unit === "%" ? {} : { unit: "count" }).text };
}

function extremes({ options }: Choice): Choice["options"] {
  const sorted = options.filter(({ value }) => value !== null).sort((a, b) => a.value! - b.value!);
  return sorted.length > 1 ? [sorted[0]!, sorted.at(-1)!] : sorted;
}

/** As many round numbers as have room on a telephone. */
function ticks([from, to]: readonly [number, number]): number[] {
  const decades = Array.from({ length: Math.ceil(Math.log10(to / from)) + 2 }, (_, index) => Math.floor(Math.log10(from)) + index);
  const rounds = [[1, 1.5, 2, 3, 4, 5, 7], [1, 2, 5], [1, 3], [1]].map((digits) => decades.flatMap((decade) => digits.map((digit) => Number(`${digit}e${decade}`))).filter((tick) => tick >= from && tick <= to));
  return rounds.find(({ length }) => length <= 5) ?? rounds.at(-1)!;
}

/** Logarithmic where all is above zero, with room for the texts beside the bars. */
function axisOf(values: readonly number[], unit: string): object {
  const [least, greatest] = [Math.min(...values), Math.max(...values)];
  const counted = unit === "parameters" || unit === "tokens" ? { formatType: "count" } : { format: "~g" };
  const title = unit === "1" ? null : unit;
  if (!(least > 0)) return { type: "quantitative", title, axis: { tickCount: 4, ...counted } };
  const room = (greatest / least) ** 0.25;
  const domain = [least / room, greatest * room] as const;
  return { type: "quantitative", title, scale: { type: "log", nice: false, domain }, axis: { values: ticks(domain), ...counted } };
}
