import { setMaxListeners } from "node:events";
import { appendFileSync } from "node:fs";
import fc from "fast-check";
import { inject, TestRunner } from "vitest";
import type { Finding } from "./findings.ts";
import { mutation, type Read } from "./runtime.ts";
import { statesValue } from "./states.ts";

type Test = Parameters<TestRunner["onAfterTryTask"]>[0];

// A property that a mutant breaks need not be shrunk to its smallest case.
fc.configureGlobal({ endOnFailure: true });
// Each run of a test listens to the test's signal.
setMaxListeners(0);

/**
 * Runs every test as it is, and then again for each constant that it read, moved up and moved down, unless another
 * test of the file has noticed that already.
 */
export default class MutatingRunner extends TestRunner {
  private readonly noticed = new Set<string>();

  async runTask(test: Test): Promise<void> {
    const run = TestRunner.getTestFn(test);
    mutation.read.clear();
    await run();
    for (const [id, read] of [...mutation.read]) {
      for (const direction of [1, -1] as const) {
        if (!this.noticed.has(`${id} ${direction}`)) report(await this.move({ id, direction }, read, test, run));
      }
    }
  }

  private async move(moved: { id: string; direction: 1 | -1 }, { value, step }: Read, test: Test, run: () => unknown): Promise<Finding> {
    mutation.moved = moved;
    const error = await caught(run);
    mutation.moved = undefined;
    const states = error !== undefined && (numbersWithin((error as { actual?: unknown }).actual).includes(value + moved.direction * step) || statesValue({ file: test.file.filepath, line: test.location?.line ?? 0 }, value));
    const how = error === undefined ? "unnoticed" : states ? "states it" : "killed";
    if (how === "killed") this.noticed.add(`${moved.id} ${moved.direction}`);
    return { ...moved, how, test: `${test.file.name.replace("test/src/", "")} › ${test.name}` };
  }
}

async function caught(run: () => unknown): Promise<unknown> {
  try {
    await run();
    return undefined;
  } catch (error) {
    return error ?? new Error("thrown without an error");
  }
}

function numbersWithin(value: unknown): number[] {
  if (typeof value === "number") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(numbersWithin) : [];
}

function report(finding: Finding): void {
  appendFileSync((inject as (key: string) => string)("findings"), `${JSON.stringify(finding)}\n`);
}
