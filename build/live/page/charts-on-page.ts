import type { Figure } from "../../glossary.ts";
import { afterPainting } from "./in-sight.ts";
import type { Drawing } from "./scripts.ts";

const sizes = ["wide", "narrow"] as const;

/**
 * Draws the charts whose specification has moved, those in sight first. A picture of the other width is drawn when the window
 * becomes as wide or as narrow.
 */
export class Charts {
  readonly #drawing: () => Promise<Drawing>;
  readonly #built: readonly Figure[];
  #figures: readonly Figure[];
  /** As they were drawn when the page was built. */
  readonly #first = new Map<string, string>();
  /** The specification that each picture shows. */
  readonly #shown = new Map<string, string>();

  constructor(drawing: () => Promise<Drawing>, built: readonly Figure[]) {
    this.#drawing = drawing;
    this.#built = this.#figures = built;
    for (const figure of built) specOf(figure);
    addEventListener("resize", () => void this.draw(this.#figures, "anywhere", () => true));
  }

  /** One after another, as long as no other figures have come. While charts in sight are drawn the page is busy. */
  async draw(figures: readonly Figure[], where: "in sight" | "anywhere", isCurrent: () => boolean): Promise<void> {
    this.#figures = figures;
    const pictures = figures.flatMap((figure, index) => this.#moved(figure, this.#built[index]!)).filter(({ distance }) => where === "anywhere" || distance === 0);
    const root = document.documentElement;
    root.toggleAttribute("data-drawing", where === "in sight" && pictures.length > 0);
    for (const picture of pictures.sort((a, b) => a.distance - b.distance)) {
      await this.#draw(picture);
      if (where === "anywhere") await afterPainting();
      if (!isCurrent()) return;
    }
    root.removeAttribute("data-drawing");
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

  #moved(figure: Figure, built: Figure): Picture[] {
    const [text, before] = [specOf(figure), specOf(built)];
    return sizes.flatMap((size) => {
      const key = `${figure.id} ${size}`;
      const element = document.querySelector(`[id="${figure.id}"] .${size} > [aria-hidden]`);
      const distance = element ? distanceOf(element) : Infinity;
      if (!element || distance === Infinity || text === (this.#shown.get(key) ?? before)) return [];
      return [{ figure, size, element, key, text, before, distance }];
    });
  }
}

interface Picture {
  figure: Figure;
  size: (typeof sizes)[number];
  element: Element;
  key: string;
  /** What it is to show, and what it showed when the page was built. */
  text: string;
  before: string;
  distance: number;
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

/** How far a picture is from the window; one that is not laid out is infinitely far. */
function distanceOf(element: Element): number {
  const { top, bottom, width } = element.getBoundingClientRect();
  return width === 0 ? Infinity : Math.max(0, -bottom, top - window.innerHeight);
}
