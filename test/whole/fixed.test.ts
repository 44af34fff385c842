/** That slow work rests on nothing but what a chapter says it does. */
import { expect, test } from "vitest";
import { generatorRoot } from "../../build/project.ts";
import { nudged } from "../../build/run/reach.ts";
import { prepare, runReport } from "../../build/run/run-report.ts";

const limits = { timeout: 120_000, memory: 2 ** 31 };

test("with every assumption moved that does not reach it, slow work that is done anew gives the same", { timeout: 400_000 }, async () => {
  const report = await runReport({ root: generatorRoot, wanted: [], overrides: {}, limits, reaching: true });
  const anew = await prepare(generatorRoot, report.chapters.map((chapter) => ({ ...chapter })), { works: report.works, runs: null, limits });
  const others: string[] = [];
  let compared = 0;
  for (const { name, run } of report.chapters.filter(({ run }) => run!.fixed.length > 0)) {
    const free = report.assumptions.filter(({ id }) => report.reach![name]![id] === "page");
    const outcome = await anew.run({ chapter: name, overrides: Object.fromEntries(free.map((assumption) => [assumption.id, String(nudged(assumption))])), force: false, withRuns: false });
    expect("run" in outcome && outcome.run.problems).toEqual([]);
    for (const work of "run" in outcome ? outcome.run.fixed : []) {
      const standing = run!.fixed.find(({ id, inputs }) => id === work.id && inputs === work.inputs);
      if (!standing) continue;
      compared++;
      if (standing.result !== work.result) others.push(`${name}: ${work.id} rests on more than its inputs`);
    }
  }
  anew.close();
  expect(others).toEqual([]);
  expect(compared).toBeGreaterThan(10);
});
