/** Comes at the first change: runs the chapter again and puts what has moved on the page. */
import type { Figure, Overrides, Table } from "../../glossary.ts";
import { afterPainting } from "./after-painting.ts";
import { Charts, specOf } from "./charts-on-page.ts";
import { InSight } from "./in-sight.ts";
import { Model } from "./model.ts";
import { placesOn, type Place } from "./places.ts";
import { sameCheck, sameTable } from "./same.ts";
import { left, type Answer, type Answering, type Changed, type Drawing, type LiveChapter, type Refused, type Settled } from "./scripts.ts";
import type { Says } from "./stepped-chapter.ts";

left().answering = (chapter, drawing) => new Page(chapter, drawing);

/** How long the rest of the page is worked on before the browser may paint again, in milliseconds. */
const slice = 8;

class Page implements Answering {
  readonly #model: Model;
  readonly #charts: Charts;
  readonly #places: readonly Place[];
  readonly #inSight = new InSight(document.querySelector(".live")!);
  /** What of the places is in sight, as the model was last told, and when that was. */
  #seen: readonly Place[] = [];
  #told: number | undefined;
  /** What the whole page last said. */
  #standing: Says;
  #turn = 0;

  constructor(chapter: LiveChapter, drawing: () => Promise<Drawing>) {
    document.documentElement.classList.add("answering");
    this.#model = new Model(chapter);
    this.#standing = this.#model.built;
    this.#places = placesOn(chapter, this.#model.built);
    this.#charts = new Charts(drawing, this.#inSight, figuresOf(this.#model.built));
  }

  /** What is in sight stands at once, but for what rests on slow work; an error of another chapter may still come. */
  apply(overrides: Overrides): Answer {
    const turn = ++this.#turn;
    const isCurrent = (): boolean => turn === this.#turn;
    try {
      this.#look();
      const run = this.#run(overrides, "what is quick");
      this.#showSeen(run);
      return { settled: this.#settle(run, overrides, isCurrent), changed: () => changedBetween(this.#standing, this.#model.built) };
    } catch (error) {
      return this.#refuse(error, isCurrent);
    }
  }

  /** The charts in sight, with the slow work that one of them rests on; then all other work; and then, bit by bit, the rest of the page. A newer change ends an older one. */
  async #settle(quick: Says, overrides: Overrides, isCurrent: () => boolean): Promise<Settled> {
    await afterPainting();
    await this.#inSight.known;
    if (!isCurrent()) return "overtaken";
    try {
      const seen = this.#chartInSightWaits() ? this.#showRun(overrides, "what is wanted") : quick;
      if ((await this.#charts.draw(figuresOf(seen), "in sight", isCurrent)) > 0) await afterPainting();
      if (!isCurrent()) return "overtaken";
      this.#standing = this.#showRun(overrides, "all");
    } catch (error) {
      return this.#refuse(error, isCurrent);
    }
    await this.#charts.draw(figuresOf(this.#standing), "in sight", isCurrent);
    if (!(await this.#showAll(this.#standing, isCurrent))) return "overtaken";
    void this.#charts.draw(figuresOf(this.#standing), "anywhere", isCurrent);
    return "shown";
  }

  #chartInSightWaits(): boolean {
    return this.#model.waitingFigures.some((id) => this.#inSight.has(document.getElementById(id)!));
  }

  #showRun(overrides: Overrides, what: "what is wanted" | "all"): Says {
    const run = this.#run(overrides, what);
    this.#showSeen(run);
    return run;
  }

  /** What is in sight has to be run first. */
  #look(): void {
    if (this.#told === this.#inSight.turn) return;
    this.#told = this.#inSight.turn;
    this.#seen = this.#places.filter(({ element }) => this.#inSight.has(element));
    this.#model.wantFirst(new Set(this.#seen.flatMap(({ says }) => says)));
  }

  #run(overrides: Overrides, what: Parameters<Model["run"]>[1]): Says {
    const run = this.#model.run(overrides, what);
    if (hasOtherOutputs(run, this.#model.built)) throw new Error("there are other figures, tables or claims under this assumption than on this page: the command line builds it anew");
    return run;
  }

  /** The page says again what it last said as a whole. */
  #refuse(error: unknown, isCurrent: () => boolean): Refused {
    this.#showSeen(this.#standing);
    void this.#showAll(this.#standing, isCurrent);
    void this.#charts.draw(figuresOf(this.#standing), "anywhere", isCurrent);
    return { wrong: (error as Error).message };
  }

  /** Together, so that nothing is touched where one of them cannot be drawn. */
  #showSeen(run: Says): void {
    const stale = this.#seen.filter((place) => place.isStale(run));
    for (const act of stale.map((place) => place.draw(run))) act();
  }

  async #showAll(run: Says, isCurrent: () => boolean): Promise<boolean> {
    let start = performance.now();
    for (const place of this.#places.filter((one) => one.isStale(run))) {
      if (performance.now() - start > slice) {
        await afterPainting();
        start = performance.now();
      }
      if (!isCurrent()) return false;
      place.draw(run)();
    }
    return isCurrent();
  }
}

function figuresOf({ outputs }: Says): Figure[] {
  return outputs.filter((output) => output.kind === "figure");
}

/** A page has the figures, tables and claims that it was built with. */
function hasOtherOutputs({ outputs }: Says, built: Says): boolean {
  return outputs.length !== built.outputs.length || outputs.some((output, index) => {
    const before = built.outputs[index]!;
    return output.kind !== before.kind || output.cell !== before.cell || idOf(output) !== idOf(before);
  });
}

function idOf(output: Says["outputs"][number]): string {
  return output.kind === "figure" || output.kind === "table" ? output.id : "";
}

function changedBetween(run: Says, built: Says): Changed {
  const count = <T>(list: readonly T[], other: (one: T, index: number) => boolean): number => list.filter(other).length;
  return {
    numbers: count(Object.keys(run.sentences), (id) => run.sentences[Number(id)]!.text !== built.sentences[Number(id)]?.text),
    tables: count(run.outputs, (output, index) => output.kind === "table" && !sameTable(output, built.outputs[index] as Table)),
    claims: count(run.checks, (check, index) => !sameCheck(check, built.checks[index]!)),
    charts: count(run.outputs, (output, index) => output.kind === "figure" && output !== built.outputs[index] && specOf(output) !== specOf(built.outputs[index] as Figure)),
  };
}
