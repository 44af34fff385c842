import type { Figure } from "../../glossary.ts";
import type { Drawn } from "../../render/outputs.ts";
import { afterPainting } from "./after-painting.ts";
import type { InSight } from "./in-sight.ts";
import type { Drawing } from "./scripts.ts";

type Size = keyof Drawn;

/**
 * Draws the charts whose specification has moved, those in sight first. A picture of the other width is drawn when the window
 * becomes as wide or as narrow.
 */
export class Charts {
  readonly #drawing: () => Promise<Drawing>;
  readonly #inSight: InSight;
  #size = sizeShown();
  readonly #built: readonly Figure[];
  #figures: readonly Figure[];
  /** As they were drawn when the page was built. */
  readonly #first = new Map<string, string>();
  /** The specification that each picture shows. */
  readonly #shown = new Map<string, string>();

  constructor(drawing: () => Promise<Drawing>, inSight: InSight, built: readonly Figure[]) {
    this.#drawing = drawing;
    this.#inSight = inSight;
    this.#built = this.#figures = built;
    for (const figure of built) specOf(figure);
    addEventListener("resize", () => {
      this.#size = sizeShown();
      const figures = this.#figures;
      void this.draw(figures, "anywhere", () => this.#figures === figures);
    });
  }

  /** One after another, as long as no other figures have come; returns how many it drew. While charts in sight are drawn the page is busy. */
  async draw(figures: readonly Figure[], where: "in sight" | "anywhere", isCurrent: () => boolean): Promise<number> {
    this.#figures = figures;
    const all = figures.map((figure, index) => ({ figure, built: this.#built[index]!, element: document.getElementById(figure.id)! }));
    const wanted = where === "anywhere" ? nearestFirst(all) : all.filter(({ element }) => this.#inSight.has(element));
    const root = document.documentElement;
    let drawn = 0;
    for (const { figure, built } of wanted) {
      const picture = this.#moved(figure, built, this.#size);
      if (!picture) continue;
      root.toggleAttribute("data-drawing", where === "in sight");
      await this.#draw(picture);
      drawn++;
      if (where === "anywhere") await afterPainting();
      if (!isCurrent()) break;
    }
    root.removeAttribute("data-drawing");
    return drawn;
  }

  async #draw({ figure, size, element, key, text, before }: Picture): Promise<void> {
    if (!this.#first.has(key)) this.#first.set(key, element.innerHTML);
    if (text === before) element.innerHTML = this.#first.get(key)!;
    else {
      try {
        const draw = await this.#drawing();
        element.innerHTML = await draw(figure, size);
      } catch (error) {
        element.textContent = `Under this assumption the chart cannot be drawn: ${(error as Error).message}.`;
      }
    }
    this.#shown.set(key, text);
  }

  #moved(figure: Figure, built: Figure, size: Size): Picture | undefined {
    const key = `${figure.id} ${size}`;
    const [text, before] = [specOf(figure), specOf(built)];
    const element = document.querySelector(`[id="${figure.id}"] .${size} > [aria-hidden]`);
    return element && text !== (this.#shown.get(key) ?? before) ? { figure, size, element, key, text, before } : undefined;
  }
}

interface Picture {
  figure: Figure;
  size: Size;
  element: Element;
  key: string;
  /** What it is to show, and what it showed when the page was built. */
  text: string;
  before: string;
}

const texts = new WeakMap<object, string>();

/** The specification as text; each is written once. It is made of what the chapter knows at that time. */
export function specOf(figure: Pick<Figure, "spec">): string {
  let text = texts.get(figure);
  if (text === undefined) texts.set(figure, (text = written(figure)));
  return text;
}

/** A specification that cannot be made is as good as none: drawing it says why. */
function written(figure: Pick<Figure, "spec">): string {
  try {
    return JSON.stringify(figure.spec);
  } catch (error) {
    return (error as Error).message;
  }
}

function nearestFirst<F extends { element: Element }>(figures: readonly F[]): F[] {
  const placed = figures.map((figure) => ({ figure, distance: distanceOf(figure.element) }));
  return placed.sort((a, b) => a.distance - b.distance).map(({ figure }) => figure);
}

/** How far a figure is from the window; where its block is out of sight, how far that is, since asking within would lay it out. */
function distanceOf(figure: Element): number {
  const block = figure.closest("main > *");
  return block ? fromWindow(block) || fromWindow(figure) : Infinity;
}

function fromWindow(element: Element): number {
  const { top, bottom } = element.getBoundingClientRect();
  return Math.max(0, -bottom, top - window.innerHeight);
}

/** All charts of a page are shown in the same of the two sizes. */
function sizeShown(): Size {
  const wide = document.querySelector(".chart > .wide");
  return wide && getComputedStyle(wide).display !== "none" ? "wide" : "narrow";
}
