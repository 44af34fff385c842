import type { Fixed, Overrides, Run } from "../../glossary.ts";
import { compareRuns } from "../../run/compare-runs.ts";
import { runChapter, type Finished, type Surroundings } from "../../run/run-chapter.ts";
import { sameData } from "./same-data.ts";
import type { LiveChapter } from "./scripts.ts";

/** Runs the chapter of a page and those it imports, in the browser, by the functions that ran when the page was built. */
export class Model {
  readonly #chapter: LiveChapter;
  readonly #around: Surroundings;
  /** The ids of the assumptions that a chapter and those it imports declare, and its last runs by what is set of these. */
  readonly #known = new Map<string, { ids: readonly string[]; runs: Map<string, Finished> }>();
  /** Slow work of the last run, by chapter. */
  readonly #done = new Map<string, Fixed[]>();
  readonly #published: Run;

  constructor(chapter: LiveChapter) {
    this.#chapter = chapter;
    this.#around = { works: chapter.works, runs: chapter.runs, drawingLater: true, recall: (name, work) => this.#recall(name, work), placeOf: () => nowhere, reached: () => undefined, report: (error, otherwise) => ({ ...otherwise, message: (error as Error).message }) };
    this.#published = this.#run(chapter.name, {}).run;
  }

  /** The chapter under these overrides, its checks compared with the run without any. */
  run(overrides: Overrides): Run {
    const { run } = this.#run(this.#chapter.name, { ...this.#chapter.overrides, ...overrides });
    return run === this.#published ? run : compareRuns(run, this.#published);
  }

  /** Slow work as it was done when the page was built; quick work also as it was done last. */
  #recall(name: string, { id, inputs, quick }: Omit<Fixed, "result">): string | undefined {
    const works = [...(this.#done.get(name) ?? []), ...(this.#chapter.fixed[name] ?? [])].filter((one) => one.id === id);
    const known = works.find((one) => one.inputs === inputs) ?? works.find((one) => sameData(one.inputs, inputs));
    if (!known && !quick) throw new Error("slow work rests on this, and it was done when the page was built: the command line does it again");
    return known?.result;
  }

  #run(name: string, overrides: Overrides): Finished {
    const known = this.#known.get(name);
    const key = known && keyOf(overrides, known.ids);
    const before = key === undefined ? undefined : known!.runs.get(key);
    if (before) return before;
    const imported = new Set<string>();
    const request = (from: string): Finished => {
      const needed = from.slice(2, -3);
      const finished = this.#run(needed, overrides);
      for (const id of this.#known.get(needed)!.ids) imported.add(id);
      return finished;
    };
    const finished = runChapter(name, this.#chapter.functions[name]!, this.#chapter.cards[name]!, overrides, request, this.#around);
    this.#done.set(name, finished.run.fixed);
    if (known) remember(known.runs, key!, finished);
    else {
      const ids = [...new Set([...imported, ...finished.run.assumptions.map(({ id }) => id)])];
      this.#known.set(name, { ids, runs: new Map([[keyOf(overrides, ids), finished]]) });
    }
    return finished;
  }
}

/** In a browser no error has a place in the chapter. */
const nowhere = { line: 1, column: 1 };

function keyOf(overrides: Overrides, ids: readonly string[]): string {
  return JSON.stringify(ids.map((id) => overrides[id] ?? null));
}

/** The first run, which is the page as it was built, and the last few. */
const kept = 4;

function remember(runs: Map<string, Finished>, key: string, finished: Finished): void {
  runs.set(key, finished);
  const [, second] = runs.keys();
  if (runs.size > kept) runs.delete(second!);
}
