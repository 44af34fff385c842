/** That the statements a page runs again say what the whole chapter says when it runs in Node: words, numbers, claims and the data of charts. */
import { expect, test } from "vitest";
import type { Run } from "../../build/glossary.ts";
import { liveScripts } from "../../build/live/live.ts";
import { Model } from "../../build/live/page/model.ts";
import { left } from "../../build/live/page/scripts.ts";
import { generatorRoot } from "../../build/project.ts";
import { compareRuns } from "../../build/run/compare-runs.ts";
import { nudged } from "../../build/run/reach.ts";
import { prepare, runReport } from "../../build/run/run-report.ts";

const limits = { timeout: 120_000, memory: 2 ** 31 };

test("every assumption that a page offers, moved one after another", { timeout: 900_000 }, async () => {
  const report = await runReport({ root: generatorRoot, wanted: [], overrides: {}, limits, reaching: true, tornados: false });
  const scripts = await liveScripts(report, generatorRoot);
  const runner = await prepare(generatorRoot, report.chapters.map((chapter) => ({ ...chapter })), { works: report.works, runs: null, limits });
  const others: string[] = [];
  let compared = 0;
  for (const { name, run } of report.chapters) {
    new Function(scripts.get(`live/${name}.js`)!)();
    const model = new Model(left().chapter!);
    for (const assumption of report.assumptions.filter(({ id }) => report.reach![name]![id] === "page")) {
      const overrides = { [assumption.id]: String(nudged(assumption)) };
      const outcome = await runner.run({ chapter: name, overrides, force: false, withRuns: false });
      if (!("run" in outcome) || outcome.run.problems.length > 0) {
        expect(() => model.run(overrides, "all"), `${name} under ${JSON.stringify(overrides)}`).toThrow();
        continue;
      }
      compared++;
      const [onPage, inNode] = [facts(model.run(overrides, "all")), facts(compareRuns(outcome.run, run!))];
      for (const [what, said] of Object.entries(inNode)) if (onPage[what] !== said) others.push(`${name} under ${JSON.stringify(overrides)}: ${what} is ${onPage[what]} on the page, ${said} in Node`);
    }
  }
  runner.close();
  expect(others).toEqual([]);
  expect(compared).toBeGreaterThan(80);
});

/** All that a page shows of a run, by what it is. Places are Node's alone. */
function facts({ sentences, outputs, checks }: Pick<Run, "sentences" | "outputs" | "checks">): Record<string, string> {
  const all: Record<string, string> = {};
  for (const [id, sentence] of Object.entries(sentences)) all[`sentence ${id}`] = JSON.stringify(sentence);
  for (const output of outputs) {
    if (output.kind === "figure" && output.sensitivityOf === undefined) all[`figure ${output.id}`] = JSON.stringify([output.caption, output.says, output.spec]);
    if (output.kind === "table") all[`table ${output.id}`] = JSON.stringify([output.caption, output.columns, output.rows]);
  }
  checks.forEach(({ claim, printed, recomputed, verdict, value }, index) => (all[`claim ${index + 1}`] = JSON.stringify([claim, printed, recomputed, verdict, value])));
  return all;
}
