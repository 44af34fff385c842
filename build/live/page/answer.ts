/** Comes at the first change: runs the chapter again and puts what has moved on the page. */
import type { Figure, Overrides, Table } from "../../glossary.ts";
import { Charts, specOf } from "./charts-on-page.ts";
import { afterPainting, InSight } from "./in-sight.ts";
import { Model } from "./model.ts";
import { placesOn, type Place } from "./places.ts";
import { sameCheck, sameTable } from "./same.ts";
import { left, type Answer, type Answering, type Changed, type Drawing, type LiveChapter } from "./scripts.ts";
import type { Says } from "./stepped-chapter.ts";

left().answering = (chapter, drawing) => new Page(chapter, drawing);

/** How long the rest of the page is worked on before the browser may paint again, in milliseconds. */
const slice = 8;

class Page implements Answering {
  readonly #model: Model;
  readonly #charts: Charts;
  readonly #places: readonly Place[];
  readonly #inSight = new InSight();
  #turn = 0;

  constructor(chapter: LiveChapter, drawing: () => Promise<Drawing>) {
    this.#model = new Model(chapter);
    this.#places = placesOn(chapter, this.#model.built);
    this.#charts = new Charts(drawing, figuresOf(this.#model.built));
  }

  apply(overrides: Overrides): Answer {
    this.#turn++;
    try {
      const run = this.#model.run(overrides);
      const wrong = otherOutputs(run, this.#model.built);
      if (wrong !== undefined) return { wrong };
      return { settled: this.#show(run, this.#turn), changed: () => changedBetween(run, this.#model.built) };
    } catch (error) {
      return { wrong: (error as Error).message };
    }
  }

  /** What is in sight first, at once and together; then the charts in sight, and then, bit by bit, the rest. A newer turn ends an older one. */
  #show(run: Says, turn: number): Promise<boolean> {
    const stale = this.#places.filter((place) => place.isStale(run));
    const [seen, unseen] = [stale.filter(({ element }) => this.#inSight.has(element)), stale.filter(({ element }) => !this.#inSight.has(element))];
    for (const act of seen.map((place) => place.draw(run))) act();
    return this.#showRest(run, unseen, turn);
  }

  async #showRest(run: Says, unseen: readonly Place[], turn: number): Promise<boolean> {
    const isCurrent = (): boolean => turn === this.#turn;
    const figures = figuresOf(run);
    await afterPainting();
    if (isCurrent()) await this.#charts.draw(figures, "in sight", isCurrent);
    let start = performance.now();
    for (const place of unseen) {
      if (performance.now() - start > slice) {
        await afterPainting();
        start = performance.now();
      }
      if (!isCurrent()) return false;
      place.draw(run)();
    }
    if (isCurrent()) void this.#charts.draw(figures, "anywhere", isCurrent);
    return isCurrent();
  }
}

function figuresOf({ outputs }: Says): Figure[] {
  return outputs.filter((output) => output.kind === "figure");
}

/** A page has the figures, tables and claims that it was built with. */
function otherOutputs(run: Says, built: Says): string | undefined {
  const same = run.outputs.length === built.outputs.length && run.outputs.every((output, index) => {
    const before = built.outputs[index]!;
    return output === before || (output.kind === before.kind && output.cell === before.cell && idOf(output) === idOf(before));
  });
  return same ? undefined : "there are other figures, tables or claims under this assumption than on this page: the command line builds it anew";
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
