import type { Runtime } from "vega";
import { expect, test } from "vitest";
import { keeping } from "../../../build/live/page/compiled.ts";
import { compiledAnew, drawChart } from "../../../build/render/chart.ts";

type Row = { x: number; y: number };
const x = { field: "x", type: "quantitative" };
const y = { field: "y", type: "quantitative" };
const spec = (line: Row[], points: Row[], title = "y"): Record<string, unknown> => ({
  layer: [
    { data: { values: line }, mark: { type: "line" }, encoding: { x, y: { ...y, title } } },
    { data: { values: points }, mark: { type: "point" }, encoding: { x, y } },
  ],
});
const draw = (drawn: Record<string, unknown>, compiled: typeof compiledAnew): Promise<string> => drawChart({ id: "f", caption: "", says: "1", spec: structuredClone(drawn), line: 1, column: 1 }, "wide", compiled);

test("a chart with new data is drawn as if it were compiled anew, and compiled once", async () => {
  let compilations = 0;
  const compiled = keeping((one): Runtime => (compilations++, compiledAnew(one)));
  const charts = [
    spec([{ x: 1, y: 2 }, { x: 2, y: 3 }], [{ x: 1, y: 5 }]),
    spec([{ x: 1, y: 20 }, { x: 9, y: 3 }, { x: 10, y: 4 }], [{ x: 3, y: 50 }, { x: 4, y: 50 }]),
    spec([{ x: 3, y: 50 }], [{ x: 3, y: 50 }]),
    spec([{ x: 1, y: 2 }, { x: 2, y: 3 }], [{ x: 1, y: 5 }]),
  ];
  for (const chart of charts) expect(await draw(chart, compiled)).toBe(await draw(chart, compiledAnew));
  expect(compilations).toBe(1);
  expect(await draw(spec([{ x: 1, y: 2 }], [{ x: 1, y: 5 }], "another title"), compiled)).toContain("another title");
  expect(compilations).toBe(2);
});

test("two data that are the same when a chart is first drawn do not stay one", async () => {
  const compiled = keeping(compiledAnew);
  await draw(spec([{ x: 1, y: 2 }], [{ x: 1, y: 2 }]), compiled);
  const parted = spec([{ x: 1, y: 2 }], [{ x: 3, y: 4 }]);
  expect(await draw(parted, compiled)).toBe(await draw(parted, compiledAnew));
});
