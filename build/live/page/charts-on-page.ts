import type { Output } from "../../glossary.ts";
import type { Drawing } from "./scripts.ts";

type FigureOutput = Extract<Output, { kind: "figure" }>;
const sizes = ["wide", "narrow"] as const;

/**
 * Draws the charts whose specification has moved, after the numbers, those in sight first. A picture of the other width is
 * drawn when the window becomes as wide or as narrow.
 */
export class Charts {
  readonly #drawing: () => Promise<Drawing>;
  readonly #built: readonly FigureOutput[];
  #figures: readonly FigureOutput[];
  /** As they were drawn when the page was built. */
  readonly #first = new Map<string, string>();
  /** The specification that each picture shows. */
  readonly #shown = new Map<string, string>();
  #turn = 0;

  constructor(drawing: () => Promise<Drawing>, built: readonly FigureOutput[]) {
    this.#drawing = drawing;
    this.#built = this.#figures = built;
    addEventListener("resize", () => this.show(this.#figures));
  }

  show(figures: readonly FigureOutput[]): void {
    this.#figures = figures;
    const turn = ++this.#turn;
    void afterPainting().then(() => this.#drawMoved(turn));
  }

  /** A newer turn ends an older one. While charts in sight are drawn the page is busy. */
  async #drawMoved(turn: number): Promise<void> {
    if (turn !== this.#turn) return;
    const pictures = this.#figures.flatMap((figure, index) => this.#moved(figure, this.#built[index]!)).sort((a, b) => a.distance - b.distance);
    const root = document.documentElement;
    for (const picture of pictures) {
      root.toggleAttribute("data-drawing", picture.distance === 0);
      await this.#draw(picture);
      await afterPainting();
      if (turn !== this.#turn) return;
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

  #moved(figure: FigureOutput, built: FigureOutput): Picture[] {
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
  figure: FigureOutput;
  size: (typeof sizes)[number];
  element: Element;
  key: string;
  /** What it is to show, and what it showed when the page was built. */
  text: string;
  before: string;
  distance: number;
}

const texts = new WeakMap<object, string>();

/** The specification as text; each is written once. */
export function specOf(figure: Pick<FigureOutput, "spec">): string {
  let text = texts.get(figure);
  if (text === undefined) texts.set(figure, (text = written(figure)));
  return text;
}

/** A specification that cannot be made is as good as none: drawing it says why. */
function written(figure: Pick<FigureOutput, "spec">): string {
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

function afterPainting(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
}
