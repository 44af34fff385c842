/** What of a page a change can move: each piece knows what it shows, and draws what a run says instead. */
import type { Assumption, Figure, Sentence, Table } from "../../glossary.ts";
import type { MathematicsMeta } from "../../read/mathematics-rule.ts";
import { captions, linkRule } from "../../render/captions.ts";
import { drawMathematics, mathematicsKey } from "../../render/mathematics.ts";
import { assumptionWritten, claimGroups, cellText, tableView, type Caption } from "../../render/outputs.ts";
import { numbered } from "../../render/references.ts";
import { sentenceOf } from "../../render/sentence.ts";
import { fill } from "../../render/templates.ts";
import { tally } from "../../render/views.ts";
import { changeText } from "./change.ts";
import { drawMoved } from "./moved.ts";
import { nameOfOutput, nameOfSentence } from "./said-names.ts";
import { sameCheck, sameFigureWords, sameSentence, sameTable } from "./same.ts";
import type { LiveChapter } from "./scripts.ts";
import type { Says } from "./stepped-chapter.ts";

export interface Place {
  element: Element;
  /** What it shows, by the names of `said-names.ts`. */
  says: readonly string[];
  /** Whether it shows something else than the run says. */
  isStale(run: Says): boolean;
  /** What has to be done to the page, which is not touched before. */
  draw(run: Says): () => void;
}

/** All of them, in no order. */
export function placesOn(chapter: LiveChapter, built: Says): Place[] {
  const caption = captionsOf(chapter);
  return [...sentences(built), ...mathematics(chapter, built), ...tables(chapter, built, caption), ...figures(built, caption), ...claims(built), ...tallies(built), ...assumptions(built)];
}

/** A place that shows something of a run, and remembers what. */
function place<T>(element: Element, says: readonly string[], built: Says, of: (run: Says) => T, same: (one: T, other: T) => boolean, draw: (now: T, was: T, shown: T) => () => void): Place {
  const was = of(built);
  let shown = was;
  return {
    element,
    says,
    isStale(run) {
      const now = of(run);
      return now !== shown && !same(now, shown);
    },
    draw(run) {
      const now = of(run);
      const act = draw(now, was, shown);
      return () => {
        act();
        shown = now;
      };
    },
  };
}

function sentences(built: Says): Place[] {
  return all("[data-say]").map((element) => {
    const id = Number(element.dataset.say);
    return place(element, [nameOfSentence(id)], built, ({ sentences }) => sentences[id]!, sameSentence, (now, was, shown) => drawMoved(element, sentenceOf, now, was, shown));
  });
}

function mathematics(chapter: LiveChapter, built: Says): Place[] {
  return chapter.mathematics.flatMap((meta) => all(`[data-mathematics="${mathematicsKey(meta)}"]`).map((element) => {
    const values = ({ sentences }: Says): string => meta.parts.map((part) => (typeof part === "string" ? part : sentences[part.id!]?.tex)).join("");
    const says = meta.parts.flatMap((part) => (typeof part === "string" ? [] : nameOfSentence(part.id!)));
    return place(element, says, built, (run) => ({ tex: values(run), run }), (one, other) => one.tex === other.tex, (now, was) => {
      const drawn = drawMathematics(meta, now.run.sentences);
      return () => {
        element.innerHTML = drawn;
        element.classList.toggle("moved", now.tex !== was.tex);
      };
    });
  }));
}

/** Of a table with as many rows as before only the cells that have moved: laying a table out anew takes longest of all. */
function tables(chapter: LiveChapter, built: Says, caption: Caption): Place[] {
  const names = numbered(chapter, built);
  return indexed(built, "table").flatMap(([index, { id }]) => byId(id).map((element) => place(element, [`table ${id}`], built, (run) => run.outputs[index] as Table, sameTable, (now, was, shown) => {
    if (sameShape(now, shown) && sameShape(now, was)) return drawCells(element, now, was, shown, caption);
    const beside = (one: Sentence, row: number, column: number): string => {
      const before = was.rows[row]?.[column];
      return before && before.text !== one.text ? movedHtml(cellText(one, caption), cellText(before, caption), one, before) : cellText(one, caption);
    };
    return wholeTable(element, fill("table", tableView(now, names.get(id)!, caption, beside)));
  })));
}

function sameShape(one: Table, other: Table): boolean {
  return one.rows.length === other.rows.length && one.columns.join("\n") === other.columns.join("\n");
}

function drawCells(element: Element, now: Table, was: Table, shown: Table, caption: Caption): () => void {
  const rows = element.querySelectorAll("tbody tr");
  const html = (one: Sentence): string => cellText(one, caption);
  const moved = now.rows.flatMap((cells, row) => cells.flatMap((one, column) => {
    const [before, beside] = [was.rows[row]![column]!, shown.rows[row]![column]!];
    const cell = rows[row]!.children[column]!;
    return sameSentence(one, beside) ? [] : [{ cell, numeric: one.exact !== null, act: drawMoved(cell, html, one, before, beside) }];
  }));
  const words = now.caption === shown.caption ? undefined : caption(now.caption);
  return () => {
    for (const { cell, numeric, act } of moved) {
      act();
      cell.classList.toggle("numeric", numeric);
    }
    if (words !== undefined) element.querySelector("[data-caption]")!.innerHTML = words;
  };
}

function wholeTable(element: Element, html: string): () => void {
  const holder = document.createElement("template");
  holder.innerHTML = html;
  const parts = ["figcaption", "table"].map((part) => holder.content.querySelector(part)!);
  return () => {
    for (const part of parts) element.querySelector(part.localName)?.replaceWith(part);
  };
}

function figures(built: Says, caption: Caption): Place[] {
  return indexed(built, "figure").flatMap(([index, { id }]) => byId(id).map((element) => place(element, [`figure ${id}`], built, (run) => run.outputs[index] as Figure, sameFigureWords, drawFigureWords(element, caption))));
}

/** Its parts are looked up once: a chart has hundreds of elements. */
function drawFigureWords(element: Element, caption: Caption): (now: Figure, was: Figure, shown: Figure) => () => void {
  const pictures = element.querySelectorAll("[role=img]");
  const words = element.querySelector("figcaption [data-caption]");
  return (now, _, shown) => {
    const html = now.caption === shown.caption ? undefined : caption(now.caption);
    return () => {
      for (const picture of pictures) picture.setAttribute("aria-label", now.says);
      if (words && html !== undefined) words.innerHTML = html;
    };
  };
}

/** The claims of a cell, group by group. A list that stood open stays open. */
function claims(built: Says): Place[] {
  const said = built.outputs.filter((output) => output.kind === "check");
  return all("[data-held]").map((element) => {
    const first = element.dataset.held!;
    const { cell } = said.find(({ check }) => check === Number(first) - 1)!;
    const own = said.filter((output) => output.cell === cell).map(({ check }) => check);
    return place(element, [`claims ${cell}`], built, (run) => run, (one, other) => own.every((check) => sameCheck(one.checks[check]!, other.checks[check]!)), (run) => {
      const html = fill("held", claimGroups(cell, run).find(({ held }) => held === first)!);
      return () => {
        const open = element.querySelector("details")?.open ?? false;
        element.innerHTML = html;
        const details = element.querySelector("details");
        if (details) details.open = open;
      };
    });
  });
}

function tallies(built: Says): Place[] {
  const says = built.outputs.filter(({ kind }) => kind === "check").map(nameOfOutput);
  return all("[data-tally]").map((element) => place(element, says, built, ({ checks }) => tally(checks), Object.is, (now) => () => (element.textContent = now)));
}

function assumptions(built: Says): Place[] {
  return built.assumptions.flatMap(({ id }, index) => byId(`assumption-${id}`).map((element) => place(element, [`assumption ${id}`], built, (run): Assumption => run.assumptions[index]!, (one, other) => one.value === other.value, (now) => () => {
    element.classList.toggle("changed", now.overridden);
    element.querySelector("[data-value]")!.textContent = assumptionWritten(now);
  })));
}

function captionsOf({ links }: LiveChapter): Caption {
  return captions((meta: MathematicsMeta) => fill("mathematics", { key: "", mathml: drawMathematics(meta, {}) }), linkRule((href) => links[href] ?? { href, text: href }));
}

/** Outputs of a kind with their places among all. */
function indexed<Kind extends "figure" | "table">(run: Says, kind: Kind): [number, { id: string }][] {
  return run.outputs.flatMap((output, index) => (output.kind === kind ? [[index, output as { id: string }] as [number, { id: string }]] : []));
}

/** A value with the one it had when the page was built. */
function movedHtml(now: string, was: string, sentence: Sentence, before: Sentence): string {
  return fill("moved", { now, was, change: changeText(sentence, before) });
}

function all(selector: string): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(selector)];
}

/** The element, or none where the page has it not. */
function byId(id: string): HTMLElement[] {
  return [document.getElementById(id) ?? []].flat();
}
