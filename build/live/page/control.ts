import { readOverride } from "../../words/override.ts";
import { show } from "../../words/show.ts";
import { ladder, nextOn, placeOn, typed } from "./ladder.ts";

/** The native controls of one assumption, as the page's template has them: a choice, or a slider with two buttons and a box. */
export class Control {
  readonly id: string;
  readonly label: string;
  readonly standard: string;
  readonly #element: HTMLElement;
  readonly #values: number[];

  constructor(element: HTMLElement, change: (text: string) => void) {
    const { control, standard, min, max, choice } = element.dataset as Record<string, string | undefined>;
    this.#element = element;
    this.id = control!;
    this.label = element.getAttribute("aria-label")!;
    this.standard = choice === undefined ? typed(Number(standard)) : standard!;
    this.#values = choice === undefined ? ladder({ standard: Number(standard), min: limit(min), max: limit(max) }) : [];
    this.#describe();
    this.#listen(change);
    this.set(this.standard);
  }

  /** A value as it was typed, without a unit that it may have, or what is wrong with it for this assumption. */
  read(text: string): { text: string } | { wrong: string } {
    const { min, max, unit } = this.#element.dataset;
    const options = [...(this.#select?.options ?? [])].map(({ value }) => value);
    const read = readOverride({ id: this.label, value: this.standard, unit: unit || "1", min: limit(min), max: limit(max), options: this.#select ? options : null }, text);
    if ("wrong" in read) return read;
    return { text: typeof read.value === "string" || text === "" || Number(text) === read.value ? text : typed(read.value) };
  }

  /** Shows a value; the slider goes to the nearest of its own. */
  set(text: string): void {
    if (this.#select) this.#select.value = text;
    else {
      this.#box!.value = text;
      this.#slide!.value = String(placeOn(this.#values, Number(text)));
      this.#slide!.setAttribute("aria-valuetext", this.written(text));
    }
    this.#element.querySelector<HTMLButtonElement>("[data-reset]")!.disabled = text === this.standard;
    this.tell("");
  }

  /** A sentence on what is wrong, beside the control. */
  tell(wrong: string): void {
    const place = this.#element.querySelector<HTMLElement>("[data-wrong]")!;
    if (wrong === "" && place.hidden) return;
    place.hidden = wrong === "";
    place.textContent = wrong;
  }

  /** A value with its unit, as the report writes it. */
  written(text: string): string {
    return this.#select ? text : show(Number(text), { unit: this.#element.dataset.unit || "1" }).text;
  }

  get #select(): HTMLSelectElement | null {
    return this.#element.querySelector("select");
  }

  get #slide(): HTMLInputElement | null {
    return this.#element.querySelector("[type=range]");
  }

  get #box(): HTMLInputElement | null {
    return this.#element.querySelector("[type=text]");
  }

  /** The controls of an assumption may stand in two places of a page, so ids are given here. */
  #describe(): void {
    const about = this.#element.querySelector("[data-about]")!;
    about.id = `live-about-${++described}`;
    for (const input of this.#element.querySelectorAll("input, select")) input.setAttribute("aria-describedby", about.id);
    if (this.#slide) this.#slide.max = String(this.#values.length - 1);
  }

  #listen(change: (text: string) => void): void {
    const values = this.#values;
    this.#select?.addEventListener("change", () => change(this.#select!.value));
    this.#slide?.addEventListener("input", () => change(typed(values[Number(this.#slide!.value)]!)));
    this.#box?.addEventListener("change", () => change(this.#box!.value.trim()));
    for (const button of this.#element.querySelectorAll<HTMLElement>("[data-step]")) {
      button.addEventListener("click", () => change(typed(nextOn(values, Number(this.#box!.value), Number(button.dataset.step) as 1 | -1))));
    }
    this.#element.querySelector("[data-reset]")!.addEventListener("click", () => {
      change(this.standard);
      (this.#slide ?? this.#select)!.focus();
    });
  }
}

let described = 0;

function limit(text: string | undefined): number | null {
  return text ? Number(text) : null;
}
