import { expect, test } from "vitest";
import type { Check, Run } from "../../../build/glossary.ts";
import { compareRuns } from "../../../build/run/compare-runs.ts";

const check = (line: number, value: number, verdict: Check["verdict"] = "agrees"): Check => ({ claim: "a", value, printed: "1", recomputed: "1", source: "b", cites: null, difference: { relative: null, digits: null }, slide: null, outside: null, verdict, reason: null, category: null, rule: null, window: null, line, column: 1 });
const run = (...checks: Check[]): Run => ({ chapter: "01-a", assumptions: [], values: {}, sentences: {}, outputs: [], checks, cites: [], asksForRuns: false, fixed: [], problems: [] });
const verdicts = (changed: Run, base: Run): string[] => compareRuns(changed, base).checks.map(({ verdict }) => verdict);

test("a moved check is not compared; an unmoved one keeps its verdict, good or bad", () => {
  expect(verdicts(run(check(1, 2), check(2, 5), check(3, 7, "disagrees")), run(check(1, 1), check(2, 5), check(3, 7, "disagrees")))).toEqual(["not compared", "agrees", "disagrees"]);
});

test("checks of one place are matched by their occurrence", () => {
  expect(verdicts(run(check(1, 1), check(1, 3), check(1, 9)), run(check(1, 1), check(1, 2)))).toEqual(["agrees", "not compared", "not compared"]);
});

test("NaN that stays NaN has not moved", () => {
  expect(verdicts(run(check(1, Number.NaN, "disagrees")), run(check(1, Number.NaN, "disagrees")))).toEqual(["disagrees"]);
});
