import type { Item, Scene, SceneGroup, SceneText } from "vega";
import { beforeAll, describe, expect, test } from "vitest";
import type { Figure } from "../../../build/glossary.ts";
import { generatorRoot } from "../../../build/project.ts";
import { chartView, drawChart, widths, type Size } from "../../../build/render/chart.ts";
import { textWidth } from "../../../build/render/fonts.ts";
import { runReport } from "../../../build/run/run-report.ts";
import { relativeError } from "../../src/relative.ts";

interface Label {
  text: string;
  box: { x1: number; y1: number; x2: number; y2: number };
}

/** The texts of a drawn chart with their boxes in the picture, measured in the font that the site ships. */
async function labels(figure: Figure, size: Size): Promise<{ labels: Label[]; width: number; height: number }> {
  const view = await chartView(figure, size).runAsync();
  const found: Label[] = [];
  const walk = (scene: Scene | SceneGroup, x: number, y: number): void => {
    for (const item of (scene as unknown as { items?: Item[] }).items ?? []) {
      const group = item as Item & { items?: Scene[]; x?: number; y?: number; marktype?: string; bounds: Label["box"] };
      if (group.marktype) walk(group as unknown as Scene, x, y);
      else if (group.items) for (const mark of group.items) walk(mark, x + (group.x ?? 0), y + (group.y ?? 0));
      else if ((item.mark as { marktype?: string }).marktype === "text") {
        const { text, opacity } = item as unknown as SceneText & { opacity?: number };
        const { x1, y1, x2, y2 } = group.bounds;
        if (String(text ?? "") !== "" && opacity !== 0) found.push({ text: String(text), box: { x1: x1 + x, y1: y1 + y, x2: x2 + x, y2: y2 + y } });
      }
    }
  };
  const svg = await view.toSVG();
  const [width, height] = ["width", "height"].map((name) => Number(new RegExp(` ${name}="([\\d.]+)"`).exec(svg)![1])) as [number, number];
  const [, x, y] = /translate\(([-\d.]+),([-\d.]+)\)/.exec(svg)!.map(Number) as [number, number, number];
  walk((view.scenegraph() as unknown as { root: SceneGroup }).root, x, y);
  return { labels: found, width, height };
}

let figures: (Figure & { chapter: string })[];
beforeAll(async () => {
  const { chapters } = await runReport({ root: generatorRoot, wanted: [], overrides: {}, limits: { timeout: 30_000, memory: 2 ** 30 } });
  figures = chapters.flatMap(({ name, run }) => run!.outputs.flatMap((output) => (output.kind === "figure" ? [{ ...output, chapter: name }] : [])));
}, 120_000);

describe.each(Object.keys(widths) as Size[])("at the %s width", (size) => {
  let drawn: (Awaited<ReturnType<typeof labels>> & { name: string })[];
  beforeAll(async () => {
    drawn = [];
    for (const figure of figures) drawn.push({ name: `${figure.chapter} ${figure.id}`, ...(await labels(figure, size)) });
  }, 120_000);

  test("every figure of the report has labels, none of them cut", () => {
    const faults = drawn.flatMap(({ name, labels: all, width, height }) => {
      const cut = all.filter(({ box }) => box.x1 < -1 || box.y1 < -1 || box.x2 > width + 1 || box.y2 > height + 1);
      return [...(all.length === 0 ? [`${name} has no labels`] : []), ...cut.map(({ text }) => `${name}: “${text}” is cut`)];
    });
    expect(faults).toEqual([]);
  });

  test("no label lies on another", () => {
    const faults: string[] = [];
    for (const { name, labels: all } of drawn) {
      all.forEach((a, index) =>
        all.slice(index + 1).forEach((b) => {
          const over = Math.min(a.box.x2, b.box.x2) - Math.max(a.box.x1, b.box.x1) > 2 && Math.min(a.box.y2, b.box.y2) - Math.max(a.box.y1, b.box.y1) > 4;
          if (over) faults.push(`${name}: “${a.text}” lies on “${b.text}”`);
        }),
      );
    }
    expect(faults).toEqual([]);
  });

  test("the picture is as wide as was asked", () => {
    for (const { name, width } of drawn) expect(Math.abs(width - widths[size]), name).toBeLessThan(2);
  });
});

const line: Figure = {
  id: "line", caption: "", says: "", line: 1, column: 1,
  spec: { data: { values: [{ x: 1, y: 1 }, { x: 2, y: 4 }] }, mark: { type: "line", clip: true }, encoding: { x: { field: "x", type: "quantitative" }, y: { field: "y", type: "quantitative" } } },
};

test("a chart is drawn to the same bytes, with ids that begin with its own", async () => {
  const svg = await drawChart(line, "wide");
  expect(await drawChart(line, "wide")).toBe(svg);
  expect([...svg.matchAll(/ id="([^"]+)"/g)].map((found) => found[1]!.startsWith("line-wide-"))).not.toContain(false);
  for (const [, id] of svg.matchAll(/url\(#([^)]+)\)/g)) expect(svg).toContain(`id="${id}"`);
});

test("a text is as wide as the sum of its letters' advances, whatever the size, and semibold is wider", () => {
  expect(relativeError(textWidth("aa", 20, 400), 2 * textWidth("a", 20, 400))).toBeLessThan(1e-9);
  expect(relativeError(textWidth("Loss", 26, 400), 2 * textWidth("Loss", 13, 400))).toBeLessThan(1e-9);
  expect(textWidth("Loss", 13, 600)).toBeGreaterThan(textWidth("Loss", 13, 400));
});
