import * as vega from "vega";
import { expressionInterpreter } from "vega-interpreter";
import { compile, type TopLevelSpec } from "vega-lite";
import type { Figure } from "../glossary.ts";
import { axisCount, axisPower } from "../words/numerals.ts";
import { textWidth } from "./fonts.ts";
import style from "../../templates/chart.json" with { type: "json" };

/** The widths a chart is drawn at, in pixels: one for a column of text and one for a telephone. */
export const widths = { wide: 672, narrow: 336 } as const;
export type Size = keyof typeof widths;

interface TextItem {
  fontSize?: number;
  fontWeight?: string | number;
}

/** Vega's own measure wants a canvas or guesses; its types do not name it. */
const { textMetrics } = vega as unknown as { textMetrics: { width(item: TextItem, text: unknown): number } };
textMetrics.width = ({ fontSize = 11, fontWeight }, text) => textWidth(String(text ?? ""), fontSize, fontWeight);

/** Axes are written as `show` writes: `axis: { formatType: "count" }` says 300B where Vega says 300G, and "power" says 10²⁴. */
vega.expressionFunction("count", axisCount);
vega.expressionFunction("power", axisPower);

/** A figure as SVG, drawn without a canvas. Its ids begin with the figure's own, so that two charts can share a page. */
export async function drawChart(figure: Figure, size: Size, compiled = compiledAnew): Promise<string> {
  const view = chartView(figure, size, compiled);
  vega.resetSVGDefIds();
  const svg = await view.toSVG();
  view.finalize();
  return svg.replace(/( id="| xlink:href="#| href="#|url\(#)/g, `$1${figure.id}-${size}-`);
}

/** The view before it is drawn; tests look at its scene for labels that are cut or lie on one another. */
export function chartView({ spec }: Pick<Figure, "spec">, size: Size, compiled = compiledAnew): vega.View {
  return new vega.View(compiled(sized(spec, size)), { expr: expressionInterpreter, renderer: "none", logger: silent });
}

/** A specification as the program that draws it; its expressions are trees, since a page allows no evaluation. */
export function compiledAnew(spec: TopLevelSpec): vega.Runtime {
  return vega.parse(compile(spec, { logger: silent }).spec, undefined, { ast: true });
}

function sized(spec: Record<string, unknown>, size: Size): TopLevelSpec {
  const frame = { width: widths[size], height: size === "wide" ? 320 : 260, autosize: { type: "fit", contains: "padding" } };
  return { ...frame, ...spec, width: widths[size], config: style } as unknown as TopLevelSpec;
}

/** Warnings of Vega are about specifications, so they are errors of the figure; the rest is chatter. */
const silent: vega.LoggerInterface = {
  level: (() => silent) as vega.LoggerInterface["level"],
  error: (...said) => fail(said),
  warn: (...said) => fail(said),
  info: () => silent,
  debug: () => silent,
};

function fail(said: readonly unknown[]): never {
  throw new Error(said.map(String).join(" "));
}
