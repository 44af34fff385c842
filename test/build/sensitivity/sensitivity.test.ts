/** Sensitivities against what is known by hand: lines, powers, and the mean and the spread of a sum. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { generatorRoot, readChapters } from "../../../build/project.ts";
import { render } from "../../../build/render/render.ts";
import { runReport, type Report } from "../../../build/run/run-report.ts";
import { analyse, type Sensitivity } from "../../../build/sensitivity/analyse.ts";
import { findValue } from "../../../build/sensitivity/find-value.ts";
import type { Drawing } from "../../../build/sensitivity/interval.ts";
import { frontier } from "../../../src/parametric/optimum.ts";
import { printed as besiroglu } from "../../../src/besiroglu/refit.ts";
import { problems, project, report } from "../project.ts";

const files = {
  "chapters/01-inputs.md": `---
title: Inputs
values:
  a: { unit: "1" }
  base: { unit: FLOP }
---
\`\`\`ts
export const a = assume("a", 2, { unit: "1", label: "A", min: 0, max: 100, plausible: { low: 1, high: 5, drawn: "uniform", source: "the test" } });
const b = assume("b", 10, { unit: "1", label: "B", min: 1, max: 1000, plausible: { low: 8, high: 14, drawn: "uniform", source: "the test" } });
const unused = assume("unused", 1, { unit: "1", label: "nothing rests on it", min: 1, max: 2 });
export const base = 3 * a + 2 * b;
\`\`\`
`,
  "chapters/02-values.md": `---
title: Values
values:
  power: { unit: "1" }
  product: { unit: "1" }
  chosen: { unit: "1" }
  risky: { unit: "1", outside: riskyFar }
  shared: { unit: "1" }
  twice: { unit: "1" }
---
\`\`\`ts
import { a, base } from "./01-inputs.md";
const open = assume("open", 4, { unit: "1", label: "without a range" });
const edge = assume("edge", 9, { unit: "1", label: "at its end", min: 1, max: 9 });
const way = assume("way", "half", { label: "Way", options: ["half", "double", "none"] });
export const power = 7 * base ** 0.73 * edge ** -2;
export const product = 6 * open * a;
export const chosen = { half: 0.5 * base, double: 2 * base, none: NaN }[way];
export const risky = edge < 5 ? refuse() : edge;
export const riskyFar = { decades: edge - 1, of: "the test" };
function refuse(): never {
  throw new RangeError("edge must be at least 5");
}
let state = 1;
const next = () => (state = (7 * state) % 101);
const before = next();
export const shared = next() * a;
export const twice = 2 * base;
sensitivity("tornado", () => \`How \${show(twice)} comes about.\`, "twice");
\`\`\`
`,
};
const limits = { timeout: 30_000, memory: 2 ** 30 };
const root = mkdtempSync(join(tmpdir(), "sensitivity-"));
let whole: Report;

beforeAll(async () => {
  mkdirSync(join(root, "chapters"));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(root, name), text);
  whole = await runReport({ root, wanted: [], overrides: {}, limits });
  expect(problems(whole)).toEqual([]);
}, 60_000);

afterAll(() => rmSync(root, { recursive: true, force: true }));

function of(name: string, drawing: Drawing | null = null, from: Report = whole): Promise<Sensitivity> {
  const read = readChapters(root);
  return analyse({ root, limits }, read.flatMap(({ chapter }) => chapter ?? []), findValue(read, name), from, drawing);
}

const slow = { timeout: 60_000 };

describe("a tornado", () => {
  test("has the value at both ends of each plausible range, all else as it is, the widest first", slow, async () => {
    const { point, bars } = await of("base");
    expect(point).toEqual({ value: 26, outside: null, problem: null });
    expect(bars.map(({ id, low, high, span }) => [id, low.value, high.value, span])).toEqual([["a", 23, 35, 12], ["b", 22, 34, 12]]);
  });

  test("leaves out what the value does not rest on, and names what has no range", slow, async () => {
    const { bars, notVaried } = await of("product");
    expect(bars.map(({ id }) => id)).toEqual(["a"]);
    expect(notVaried).toEqual([{ id: "open", label: "without a range", reason: "it has no range" }]);
  });

  test("has the value under each option of a choice, and why there is none", slow, async () => {
    const { choices } = await of("chosen");
    expect(choices).toEqual([{ id: "way", label: "Way", at: "half", options: [
      { option: "half", value: 13, outside: null, problem: null }, { option: "double", value: 52, outside: null, problem: null }, { option: "none", value: null, outside: null, problem: "it is not a number" },
    ] }]);
  });

  test("says where the value has no answer, and how far outside its law it is", slow, async () => {
    const { point, bars } = await of("risky");
    expect(point.outside).toEqual({ decades: 8, of: "the test" });
    expect(bars[0]).toMatchObject({ id: "edge", range: { low: 1, high: 9, kind: "allowed" }, span: null, low: { value: null }, high: { value: 9 } });
    expect(bars[0]!.low.problem).toMatch(/^edge must be at least 5/);
  });

  test("starts from what was set", slow, async () => {
    const set = await runReport({ root, wanted: [], overrides: { b: "8" }, limits });
    expect((await of("base", null, set)).bars[0]).toMatchObject({ id: "a", low: { value: 19 }, high: { value: 31 } });
  });

  test("is that of the whole chapters where statements share what they change", slow, async () => {
    const { point, bars } = await of("shared");
    expect(point.value).toBe((49 % 101) * 2);
    expect(bars.find(({ id }) => id === "a")).toMatchObject({ low: { value: 49 }, high: { value: 245 } });
  });
});

describe("an elasticity", () => {
  test("of a power is its exponent, at an end of the range too", slow, async () => {
    const by = Object.fromEntries((await of("power")).bars.map(({ id, elasticity }) => [id, elasticity!]));
    expect(Math.abs(by.a! - 0.73 * (6 / 26))).toBeLessThan(1e-6);
    expect(Math.abs(by.edge! + 2)).toBeLessThan(1e-9);
  });

  test("of a product is one", slow, async () => {
    expect(Math.abs((await of("product")).bars[0]!.elasticity! - 1)).toBeLessThan(1e-9);
  });

  test("of a law's best size to compute is the law's exponent, to its chips as to its days", { timeout: 120_000 }, async () => {
    const read = readChapters(generatorRoot);
    const there = await runReport({ root: generatorRoot, wanted: ["04", "06"], overrides: {}, limits });
    const chapters = read.flatMap(({ chapter }) => chapter ?? []);
    const exponents: [name: string, exponent: number][] = [["kaplanN", 0.73], ["lawN", frontier(besiroglu).a]];
    for (const [name, exponent] of exponents) {
      const { bars } = await analyse({ root: generatorRoot, limits }, chapters, findValue(read, name), there);
      expect(bars.map(({ id }) => id).sort()).toEqual(["chips", "days", "mfu"]);
      for (const { elasticity } of bars) expect(Math.abs(elasticity! - exponent)).toBeLessThan(1e-6);
    }
  });
});

describe("an interval", () => {
  const draws = 2000;
  /** 3a + 2b of a uniform in [1, 5] and b in [8, 14]. */
  const analytic = { mean: 3 * 3 + 2 * 11, deviation: Math.sqrt(9 * (4 ** 2 / 12) + 4 * (6 ** 2 / 12)) };

  test("has the mean and the spread of the sum of two uniform numbers", slow, async () => {
    const { interval } = await of("base", { draws, seed: 1 });
    expect(interval).toMatchObject({ drawn: ["a", "b"], held: [], failed: 0 });
    expect(Math.abs(interval!.mean - analytic.mean)).toBeLessThan((4 * analytic.deviation) / Math.sqrt(draws));
    expect(Math.abs(interval!.deviation / analytic.deviation - 1)).toBeLessThan(4 / Math.sqrt(2 * draws));
    expect(Math.abs(interval!.quantiles["0.5"]! - analytic.mean)).toBeLessThan((6 * analytic.deviation) / Math.sqrt(draws));
  });

  test("is the same for the same seed; two seeds agree within their error", slow, async () => {
    const [one, again, other] = [await of("base", { draws, seed: 3 }), await of("base", { draws, seed: 3 }), await of("base", { draws, seed: 4 })];
    expect(JSON.stringify(one)).toBe(JSON.stringify(again));
    expect(other.interval!.mean).not.toBe(one.interval!.mean);
    expect(Math.abs(other.interval!.mean - one.interval!.mean)).toBeLessThan(4 * analytic.deviation * Math.sqrt(2 / draws));
  });

  test("holds what was set", slow, async () => {
    const set = await runReport({ root, wanted: [], overrides: { a: "4" }, limits });
    expect((await of("base", { draws: 50, seed: 1 }, set)).interval).toMatchObject({ drawn: ["b"], held: ["a"] });
  });
});

test("on a page it is a chart in the same numbers", slow, async () => {
  const figure = whole.chapters[1]!.run!.outputs.find((output) => output.kind === "figure")!;
  const said = await of("twice");
  expect(figure).toMatchObject({ id: "tornado", says: "twice: 52. A from 1 to 5: 46 to 70; B from 8 to 14: 44 to 68." });
  const [layer] = (figure as unknown as { spec: { layer: { data: { values: object[] } }[] } }).spec.layer;
  expect(layer!.data.values).toEqual(said.bars.map(({ id, low, high }) => ({ id, from: low.value, to: high.value })));
  const { pages, problems: undrawn } = await render(whole);
  expect(undrawn).toEqual([]);
  expect(pages.get("02-values.html")).toContain("How 52 comes about. Bars: one assumption over its plausible range");
});

test("a sensitivity of nothing is told at its word", slow, async () => {
  const path = project({ "chapters/01-a.md": '---\ntitle: A\nvalues:\n  one: { unit: "1" }\n---\n```ts\nexport const one = 1;\nsensitivity("x", "X.", "ones");\n```\n' });
  const { code, err } = await report(path, "verify");
  expect([code, err]).toEqual([2, "chapters/01-a.md:8:1: a sensitivity is that of a number that the chapter exports, and ones is none (did you mean one?)\n"]);
});

describe("on the command line", () => {
  const small = { ...files, "chapters/03-other.md": '---\ntitle: Other\nvalues:\n  base: { unit: "1" }\n---\n```ts\nexport const base = 1;\n```\n' };

  test("a value is named, with its chapter where two have one", slow, async () => {
    const path = project(small);
    const { code, out } = await report(path, "sensitivity", "inputs.base", "--format", "json", "--draws", "20");
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ chapter: "01-inputs", name: "base", unit: "FLOP", point: { value: 26 }, interval: { draws: 20, seed: 1 } });
    expect((await report(path, "sensitivity", "01.base")).out.replaceAll("\u00a0", " ")).toMatch(/^base \(01-inputs\), base: 26 FLOP\n\nover its range  from  to  at from  at to    elasticity\na               1     5   23 FLOP  35 FLOP  0\.2308\nb /);
  });

  test.each([
    [["sensitivity", "base"], /^2 chapters have a value base: 01-inputs\.base, 03-other\.base\n$/],
    [["sensitivity", "pover"], /^there is no value pover \(did you mean power\?\)/],
    [["sensitivity", "frist.base"], /^there is no chapter frist/],
    [["sensitivity"], /^sensitivity wants one value/],
    [["sensitivity", "power", "--draws", "0"], /^--draws wants a whole number of at least 1: 0\n$/],
    [["sensitivity", "power", "--draws", "10", "--seed", "x"], /^--seed wants a whole number of at least 0: x\n$/],
    [["sensitivity", "03.base", "--draws", "10"], /^--draws: no assumption that this value rests on has a plausible range/],
  ])("%j", slow, async (words, said) => {
    const { code, out, err } = await report(project(small), ...words);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(said);
  });
});
