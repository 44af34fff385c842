import type { Assumption, Chapter, Outside, Overrides } from "../glossary.ts";
import { bundleChapters } from "../run/bundle.ts";
import { cardOf } from "../run/card.ts";
import type { Limits } from "../run/messages.ts";
import { dependencyOrder, withImports } from "../run/order.ts";
import type { Report } from "../run/run-report.ts";
import { Runner } from "../run/runner.ts";
import { runForm } from "../weave/run-form.ts";
import { sliceChapters } from "../weave/slice.ts";
import { weave } from "../weave/weave.ts";
import type { NamedValue } from "./find-value.ts";

/** A value under some overrides, or why there is none. */
export interface Point {
  value: number | null;
  /** How far outside the runs of its law it lies, where its chapter says so. */
  outside: Outside | null;
  problem: string | null;
}

/** What a report says of how it was run, and of its values. */
type Reported = Pick<Report, "chapters" | "works" | "runs" | "under">;

/** One value, to be had under any overrides: what it rests on of its chapter and of those it imports, in a process of its own. */
export class ValueRuns {
  readonly #runner: Runner;
  readonly #target: NamedValue;
  readonly #under: Report["under"];
  /** The assumptions that the value rests on. */
  assumptions: Assumption[] = [];

  private constructor(runner: Runner, target: NamedValue, { under }: Reported) {
    this.#runner = runner;
    this.#target = target;
    this.#under = under;
  }

  /**
   * Only the statements that the value rests on are run, and the whole chapters where those do not give the very value of
   * the report, as when two statements share a source of random numbers.
   */
  static async open(root: string, chapters: readonly Chapter[], target: NamedValue, report: Reported, limits: Limits): Promise<ValueRuns> {
    const { outside } = target.chapter.front.values[target.name]!;
    const sliced = await ValueRuns.#of(root, sliceChapters(chapters, target.chapter, [target.name, ...(outside ? [outside] : [])]), target, report, limits);
    const expected = report.chapters.find(({ name }) => name === target.chapter.name)!.run!.values[target.name];
    if (Object.is((await sliced.at({})).value, Number(expected))) return sliced;
    sliced.close();
    const names = withImports(chapters, [target.chapter.name]);
    return ValueRuns.#of(root, new Map(chapters.filter(({ name }) => names.has(name)).map((chapter) => [chapter, weave(chapter)])), target, report, limits);
  }

  static async #of(root: string, woven: ReadonlyMap<Chapter, string>, target: NamedValue, report: Reported, limits: Limits): Promise<ValueRuns> {
    const forms = new Map<Chapter, string>();
    for (const [chapter, code] of woven) forms.set(chapter, await runForm(chapter, code));
    const { bundle } = await bundleChapters(root, forms);
    const cards = Object.fromEntries([...woven.keys()].map((chapter) => [chapter.name, { ...cardOf(chapter), outside: {} }]));
    const works = Object.fromEntries(Object.values(report.works).map(({ key, short }) => [key, short]));
    const runs = new ValueRuns(new Runner({ root, bundle, cards, works, runs: report.runs, failed: {}, limits }), target, report);
    for (const { name } of dependencyOrder([...woven.keys()]).order) runs.assumptions.push(...(await runs.#assumptionsOf(name)));
    return runs;
  }

  async at(changes: Overrides): Promise<Point> {
    const { chapter, name } = this.#target;
    const outcome = await this.#runner.run({ chapter: chapter.name, ...this.#under, overrides: { ...this.#under.overrides, ...changes } });
    const problem = "stopped" in outcome ? outcome.stopped : outcome.run.problems[0]?.message;
    if (problem !== undefined) return { value: null, outside: null, problem };
    const { values } = (outcome as { run: { values: Record<string, unknown> } }).run;
    const { outside } = chapter.front.values[name]!;
    const value = Number(values[name]);
    if (Number.isNaN(value)) return { value: null, outside: null, problem: "it is not a number" };
    return { value, outside: outside === undefined ? null : far(values[outside] as Outside), problem: null };
  }

  close(): void {
    this.#runner.close();
  }

  async #assumptionsOf(chapter: string): Promise<Assumption[]> {
    const outcome = await this.#runner.run({ chapter, ...this.#under });
    return "run" in outcome ? outcome.run.assumptions : [];
  }
}

function far(outside: Outside): Outside | null {
  return outside.decades > 0 ? { decades: outside.decades, of: outside.of } : null;
}
