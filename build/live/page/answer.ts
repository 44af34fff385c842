/** Comes at the first change: runs the chapter again and puts what has moved on the page. */
import type { Figure, Output, Overrides, Run, Sentence, Table } from "../../glossary.ts";
import type { MathematicsMeta } from "../../read/mathematics-rule.ts";
import { captions, linkRule } from "../../render/captions.ts";
import { drawMathematics, mathematicsKey } from "../../render/mathematics.ts";
import { assumptionWritten, cellGroups, cellText, tableView, type Caption } from "../../render/outputs.ts";
import { numbered } from "../../render/references.ts";
import { sentenceOf } from "../../render/sentence.ts";
import { fill } from "../../render/templates.ts";
import { tally } from "../../render/views.ts";
import { changeText } from "./change.ts";
import { Charts, specOf } from "./charts-on-page.ts";
import { Model } from "./model.ts";
import { left, type Answering, type Changed, type Drawing, type LiveChapter } from "./scripts.ts";

left().answering = (chapter, drawing) => new Page(chapter, drawing);

class Page implements Answering {
  readonly #chapter: LiveChapter;
  readonly #model: Model;
  readonly #charts: Charts;
  /** As the page was built, and as it stands. */
  readonly #built: Run;
  #standing: Run;
  readonly #names: Map<string, string>;
  /** Where each expression stands. */
  readonly #places = new Map<number, Element[]>();

  constructor(chapter: LiveChapter, drawing: () => Promise<Drawing>) {
    this.#chapter = chapter;
    this.#model = new Model(chapter);
    this.#built = this.#standing = this.#model.run({});
    this.#names = numbered(chapter, this.#built);
    this.#charts = new Charts(drawing, figuresOf(this.#built));
    for (const element of all("[data-say]")) {
      const id = Number((element as HTMLElement).dataset.say);
      this.#places.set(id, [...(this.#places.get(id) ?? []), element]);
    }
  }

  apply(overrides: Overrides): { changed: () => Changed } | { wrong: string } {
    try {
      const run = this.#model.run(overrides);
      const wrong = run.problems[0]?.message ?? otherOutputs(run, this.#built);
      if (wrong !== undefined) return { wrong };
      this.#show(run);
      return { changed: () => changedBetween(run, this.#built) };
    } catch (error) {
      return { wrong: (error as Error).message };
    }
  }

  /** Draws what has to be drawn before it touches the page, so that a fault leaves it as it was. */
  #show(run: Run): void {
    const caption = this.#captions(run);
    const acts = [...this.#sentences(run), ...this.#mathematics(run), ...this.#outputs(run, caption), ...this.#claims(run), ...this.#assumptions(run)];
    for (const act of acts) act();
    this.#charts.show(figuresOf(run));
    this.#standing = run;
  }

  #captions(run: Run): Caption {
    const { links } = this.#chapter;
    return captions((meta) => fill("mathematics", { key: "", mathml: drawMathematics(meta, run.sentences) }), linkRule((href) => links[href] ?? { href, text: href }));
  }

  #sentences(run: Run): (() => void)[] {
    return Object.keys(run.sentences).map(Number).filter((id) => differs(run.sentences[id], this.#standing.sentences[id])).flatMap((id) => {
      const html = sentenceBeside(run.sentences[id]!, this.#built.sentences[id]!);
      return (this.#places.get(id) ?? []).map((element) => () => (element.innerHTML = html));
    });
  }

  #mathematics(run: Run): (() => void)[] {
    const moved = (meta: MathematicsMeta, from: Run): boolean => meta.parts.some((part) => typeof part !== "string" && run.sentences[part.id!]?.tex !== from.sentences[part.id!]?.tex);
    return this.#chapter.mathematics.filter((meta) => moved(meta, this.#standing)).flatMap((meta) => {
      const html = drawMathematics(meta, run.sentences);
      return all(`[data-mathematics="${mathematicsKey(meta)}"]`).map((element) => () => {
        element.innerHTML = html;
        element.classList.toggle("moved", moved(meta, this.#built));
      });
    });
  }

  #outputs(run: Run, caption: Caption): (() => void)[] {
    return run.outputs.flatMap((output, index): (() => void)[] => {
      if (output.kind === "table") return this.#table(output, this.#standing.outputs[index] as Table, this.#built.outputs[index] as Table, caption);
      if (output.kind === "figure") return figureWords(output, this.#standing.outputs[index] as Figure, caption);
      return [];
    });
  }

  #table(table: Table, standing: Table, built: Table, caption: Caption): (() => void)[] {
    if (sameTable(table, standing)) return [];
    const beside = (one: Sentence, row: number, column: number): string => {
      const was = built.rows[row]?.[column];
      return was && was.text !== one.text ? movedHtml(cellText(one, caption), cellText(was, caption), one, was) : cellText(one, caption);
    };
    const holder = document.createElement("template");
    holder.innerHTML = fill("table", tableView(table, this.#names.get(table.id)!, caption, beside));
    const parts = ["figcaption", "table"].map((part) => holder.content.querySelector(part)!);
    return [() => {
      const figure = document.getElementById(table.id);
      for (const part of parts) figure?.querySelector(part.localName)?.replaceWith(part);
    }];
  }

  /** The claims of a cell, group by group, where one of them has moved. A list that stood open stays open. */
  #claims(run: Run): (() => void)[] {
    const { checks } = this.#standing;
    const cells = new Set(run.outputs.filter((output) => output.kind === "check" && !sameCheck(run.checks[output.check]!, checks[output.check]!)).map(({ cell }) => cell));
    const acts = [...cells].flatMap((index) => {
      const groups = cellGroups({ index }, { ...run, outputs: run.outputs.filter(isBare) }, this.#names, new Map(), String);
      return groups.filter(({ held }) => held).map((group) => {
        const html = fill("held", group);
        return () => {
          const element = document.querySelector(`[data-held="${group.held}"]`);
          if (!element) return;
          const open = element.querySelector<HTMLDetailsElement>("details")?.open ?? false;
          element.innerHTML = html;
          const details = element.querySelector<HTMLDetailsElement>("details");
          if (details) details.open = open;
        };
      });
    });
    return cells.size === 0 ? [] : [...acts, () => all("[data-tally]").forEach((element) => (element.textContent = tally(run.checks)))];
  }

  #assumptions(run: Run): (() => void)[] {
    return run.assumptions.map((assumption) => () => {
      const row = document.getElementById(`assumption-${assumption.id}`);
      row?.classList.toggle("changed", assumption.overridden);
      const value = row?.querySelector("[data-value]");
      if (value) value.textContent = assumptionWritten(assumption);
    });
  }
}

/** Outputs but figures and tables: these two would be drawn for nothing, and part the claims between them as ever. */
function isBare(output: Output): boolean {
  return output.kind === "check";
}

function all(selector: string): Element[] {
  return [...document.querySelectorAll(selector)];
}

function figuresOf(run: Run): Extract<Output, { kind: "figure" }>[] {
  return run.outputs.filter((output) => output.kind === "figure");
}

function figureWords(figure: Figure, standing: Figure, caption: Caption): (() => void)[] {
  if (figure.caption === standing.caption && figure.says === standing.says) return [];
  const html = caption(figure.caption);
  return [() => {
    const element = document.getElementById(figure.id);
    for (const picture of element?.querySelectorAll("[role=img]") ?? []) picture.setAttribute("aria-label", figure.says);
    const words = element?.querySelector("figcaption [data-caption]");
    if (words) words.innerHTML = html;
  }];
}

/** A page has the figures, tables and claims that it was built with. */
function otherOutputs(run: Run, built: Run): string | undefined {
  const list = ({ outputs }: Run): string => JSON.stringify(outputs.map((output) => [output.kind, output.cell, output.kind === "figure" || output.kind === "table" ? output.id : ""]));
  return list(run) === list(built) ? undefined : "there are other figures, tables or claims under this assumption than on this page: the command line builds it anew";
}

/** A value with the one it had when the page was built, where they differ as they are written. */
function sentenceBeside(now: Sentence, was: Sentence): string {
  return now.text === was.text ? sentenceOf(now) : movedHtml(sentenceOf(now), sentenceOf(was), now, was);
}

function movedHtml(now: string, was: string, sentence: Sentence, before: Sentence): string {
  return fill("moved", { now, was, change: changeText(sentence, before) });
}

function differs(one: Sentence | undefined, other: Sentence | undefined): boolean {
  return one?.text !== other?.text || one?.exact !== other?.exact;
}

function sameTable(one: Table, other: Table): boolean {
  return one.caption === other.caption && one.rows.length === other.rows.length && one.columns.join("\n") === other.columns.join("\n") && one.rows.every((row, index) => row.every((cell, column) => !differs(cell, other.rows[index]![column])));
}

function sameCheck(one: Run["checks"][number], other: Run["checks"][number]): boolean {
  return Object.is(one.value, other.value) && one.verdict === other.verdict && one.claim === other.claim && one.printed === other.printed;
}

function changedBetween(run: Run, built: Run): Changed {
  const count = <T>(list: readonly T[], other: (one: T, index: number) => boolean): number => list.filter(other).length;
  return {
    numbers: count(Object.keys(run.sentences), (id) => run.sentences[Number(id)]!.text !== built.sentences[Number(id)]?.text),
    tables: count(run.outputs, (output, index) => output.kind === "table" && !sameTable(output, built.outputs[index] as Table)),
    claims: count(run.checks, (check, index) => !sameCheck(check, built.checks[index]!)),
    charts: count(run.outputs, (output, index) => output.kind === "figure" && specOf(output) !== specOf(built.outputs[index] as Figure)),
  };
}
