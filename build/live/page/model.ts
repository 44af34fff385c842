import type { Fixed, Overrides } from "../../glossary.ts";
import { compareRuns } from "../../run/compare-runs.ts";
import { sameData } from "./same-data.ts";
import type { LiveChapter } from "./scripts.ts";
import { Postponed, SteppedChapter, type Around, type Says } from "./stepped-chapter.ts";

/** Runs the chapter of a page and those it imports, in the browser, by the statements that ran when the page was built. */
export class Model {
  readonly #chapter: LiveChapter;
  /** Each after those it imports; the last is the page's own. */
  readonly #chapters = new Map<string, SteppedChapter>();
  /** As the page was built. */
  readonly built: Says;
  #standing: Overrides;
  /** Slow work that was not done yet is not done now. */
  #postpones = false;

  constructor(chapter: LiveChapter) {
    this.#chapter = chapter;
    const around: Around = { works: chapter.works, runs: chapter.runs, siteOf: () => null, placeOf: () => nowhere, drawingLater: true, recall: (name, work) => this.#recall(name, work) };
    for (const [name, steps] of Object.entries(chapter.steps)) this.#chapters.set(name, new SteppedChapter(name, steps, around, (file) => this.#chapters.get(file.slice(2, -3))!));
    this.#standing = chapter.overrides;
    this.built = this.#run(this.#standing);
  }

  /** What of this chapter is wanted first, by the names of `said-names.ts`; of the others, what it takes for that, and what they take for it from one another. */
  wantFirst(said: ReadonlySet<string>): void {
    const taken = new Map<SteppedChapter, Set<string>>();
    for (const [name, stepped] of [...this.#chapters].reverse()) {
      stepped.wantOnly(taken.get(stepped) ?? [], name === this.#chapter.name ? said : new Set());
      for (const { from, name: one } of stepped.taken) taken.set(from, (taken.get(from) ?? new Set()).add(one));
    }
  }

  /**
   * What the chapter says under these overrides, its checks compared with the page as it was built: all of it, what is wanted
   * first, or of that only what rests on no slow work that was not done yet. What is left for a later run, which may still be
   * an error, says what it said before: `isWaiting` tells. An error leaves the model as it was.
   */
  run(overrides: Overrides, what: "what is quick" | "what is wanted" | "all"): Says {
    const wanted = { ...this.#chapter.overrides, ...overrides };
    this.#postpones = what === "what is quick";
    try {
      const says = compareRuns(this.#run(wanted, what !== "all"), this.built);
      if (!this.isWaiting) this.#standing = wanted;
      return says;
    } catch (error) {
      this.#postpones = false;
      this.#run(this.#standing);
      throw error;
    }
  }

  get isWaiting(): boolean {
    return [...this.#chapters.values()].some(({ isWaiting }) => isWaiting);
  }

  /** The figures of the page that were left, or rest on what was, by id. */
  get waitingFigures(): string[] {
    return this.#chapters.get(this.#chapter.name)!.waitingFigures;
  }

  #run(overrides: Overrides, inHaste = false): Says {
    for (const chapter of this.#chapters.values()) chapter.run(overrides, inHaste);
    return this.#chapters.get(this.#chapter.name)!.says;
  }

  /** Slow work as it was done when the page was built; quick work also as it was done last. */
  #recall(name: string, { id, inputs, quick }: Omit<Fixed, "result">): string | undefined {
    const works = [...this.#chapters.get(name)!.fixed, ...(this.#chapter.fixed[name] ?? [])].filter((one) => one.id === id);
    const known = works.find((one) => one.inputs === inputs) ?? works.find((one) => sameData(one.inputs, inputs));
    if (!known && !quick) throw new Error("slow work rests on this, and it was done when the page was built: the command line does it again");
    if (!known && this.#postpones) throw new Postponed();
    return known?.result;
  }
}

/** In a browser no error has a place in the chapter. */
const nowhere = { line: 1, column: 1 };
