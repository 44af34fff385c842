import { afterPainting } from "./after-painting.ts";
import { Control } from "./control.ts";
import { keepPlace, takeAlong } from "./links.ts";
import { left, load, type Answering, type Changed, type Drawing, type Refused } from "./scripts.ts";
import { readAddress, readCommand, writeAddress, writeCommand, type State } from "./state.ts";

/** How long the reader is left alone before what has changed is told, in milliseconds. */
const pause = 700;
const shortPause = 150;

/** The controls of a chapter's page, gathered at its foot and beside each assumption that it declares. */
export class Panel {
  readonly #chapter: string;
  readonly #panel: HTMLElement;
  readonly #controls: Control[] = [];
  readonly #state = new Map<string, string>();
  #answering: Answering | undefined;
  #due = false;
  #writing: ReturnType<typeof setTimeout> | undefined;
  #telling: ReturnType<typeof setTimeout> | undefined;

  constructor(template: HTMLTemplateElement, chapter: string) {
    this.#chapter = chapter;
    this.#panel = template.content.querySelector<HTMLElement>(".live")!.cloneNode(true) as HTMLElement;
    document.body.append(this.#panel);
    for (const element of this.#panel.querySelectorAll<HTMLElement>("[data-control]")) {
      const beside = rowBeside(element);
      for (const one of [element, ...(beside ? [beside] : [])]) this.#controls.push(new Control(one, (text) => this.#change(element.dataset.control!, text)));
    }
    this.#listen();
  }

  /** Takes the state of the address up, now and whenever it changes by a link or by the buttons of the browser. */
  start(): void {
    const take = (hash: string): void => {
      const { place, state } = readAddress(hash);
      if (place && state.size === 0 && this.#state.size > 0) history.replaceState(null, "", writeAddress({ place, state: this.#state }));
      else this.#become(state);
      keepPlace();
    };
    // The address may have been written since: what counts is where the reader went.
    addEventListener("hashchange", ({ newURL }) => take(new URL(newURL).hash));
    take(location.hash);
  }

  #listen(): void {
    for (const leaving of ["click", "auxclick", "contextmenu"]) document.addEventListener(leaving, () => this.#write(), { capture: true });
    const on = (part: string, act: () => void): void => this.#part(part).addEventListener("click", act);
    const line = this.#part<HTMLInputElement>("#live-command");
    on("[data-reset-all]", () => this.#become(new Map()));
    on("[data-copy]", () => void this.#copy(line));
    on("[data-paste]", () => this.#become(readCommand(line.value)));
    line.addEventListener("keydown", ({ key }) => key === "Enter" && this.#become(readCommand(line.value)));
  }

  async #copy(line: HTMLInputElement): Promise<void> {
    line.select();
    try {
      await navigator.clipboard.writeText(line.value);
      this.#say("The line is copied.");
    } catch {
      this.#say("The line is selected: copy it with the keyboard.");
    }
  }

  /** Every assumption that is not named goes back to what it was. Those of other pages stay in the address. */
  #become(state: State): void {
    const before = JSON.stringify([...this.#state]);
    this.#state.clear();
    for (const [id, text] of state) this.#state.set(id, text);
    for (const control of this.#controls) {
      const text = state.get(control.id);
      const read = text === undefined ? undefined : control.read(text);
      if (read && "wrong" in read) this.#state.delete(control.id);
      else if (read) this.#state.set(control.id, read.text);
      control.set(this.#state.get(control.id) ?? control.standard);
      control.tell(read && "wrong" in read ? read.wrong : "");
    }
    if (JSON.stringify([...this.#state]) !== before) this.#changed();
  }

  #change(id: string, text: string): void {
    const controls = this.#controls.filter((control) => control.id === id);
    const read = controls[0]!.read(text);
    if ("wrong" in read) return controls.forEach((control) => control.tell(read.wrong));
    if (read.text === controls[0]!.standard) this.#state.delete(id);
    else this.#state.set(id, read.text);
    for (const control of controls) control.set(read.text);
    this.#changed(controls[0]);
  }

  #changed(control?: Control): void {
    clearTimeout(this.#writing);
    this.#writing = setTimeout(() => this.#write(), shortPause);
    void afterPainting().then(() => this.#showState());
    if (this.#due) return;
    this.#due = true;
    void this.#answer(control);
  }

  /** The numbers of the page come first. */
  #showState(): void {
    this.#part<HTMLInputElement>("#live-command").value = writeCommand(this.#state);
    this.#part<HTMLButtonElement>("[data-reset-all]").disabled = this.#state.size === 0;
    this.#part("[data-state]").textContent = [...this.#state].map(([id, value]) => `${id} = ${value}`).join(", ");
    this.#panel.classList.toggle("changed", this.#state.size > 0);
  }

  /** The address and the links take the state up once it rests: a browser counts how often an address is written. */
  #write(): void {
    clearTimeout(this.#writing);
    history.replaceState(null, "", writeAddress({ place: readAddress(location.hash).place, state: this.#state }) || location.pathname);
    takeAlong(this.#state);
  }

  /** Changes that come while the scripts do are answered together. */
  async #answer(control: Control | undefined): Promise<void> {
    try {
      this.#answering ??= await answeringOf(this.#chapter);
    } catch (error) {
      this.#due = false;
      return this.#say((error as Error).message);
    }
    this.#due = false;
    const state = Object.fromEntries(this.#state);
    const answer = this.#answering.apply(state);
    const { dataset } = document.documentElement;
    delete dataset.refused;
    dataset.answered = JSON.stringify(state);
    const settled = "wrong" in answer ? answer : await answer.settled;
    if (settled === "overtaken") return;
    if (settled !== "shown") return this.#refuse(settled, control);
    dataset.shown = JSON.stringify(state);
    if ("changed" in answer) this.#say(() => `${control ? `${control.label}: ${control.written(this.#state.get(control.id) ?? control.standard)}. ` : ""}${changeSentence(answer.changed())}`);
  }

  #refuse({ wrong }: Refused, control: Control | undefined): void {
    const sentence = `${wrong}. The page stays as it was.`;
    document.documentElement.dataset.refused = sentence;
    for (const one of this.#controls.filter(({ id }) => id === control?.id)) one.tell(sentence);
    this.#say(sentence);
  }

  /** Told once the reader has let go. */
  #say(sentence: string | (() => string)): void {
    clearTimeout(this.#telling);
    this.#telling = setTimeout(() => (this.#part("[data-said]").textContent = typeof sentence === "string" ? sentence : sentence()), pause);
  }

  #part<E extends HTMLElement>(selector: string): E {
    return this.#panel.querySelector<E>(selector)!;
  }
}

/** The same control in a row of its own below the assumption, where the chapter declares it. */
function rowBeside(element: HTMLElement): HTMLElement | undefined {
  const declared = document.getElementById(`assumption-${element.dataset.control!}`);
  if (!declared) return undefined;
  const control = element.cloneNode(true) as HTMLElement;
  const row = document.createElement("tr");
  const cell = row.insertCell();
  cell.colSpan = (declared as HTMLTableRowElement).cells.length;
  cell.append(control);
  declared.after(row);
  return control;
}

async function answeringOf(name: string): Promise<Answering> {
  await Promise.all([load("live/answer.js"), load(`live/${name}.js`)]);
  const { answering, chapter } = left();
  return answering!(chapter!, drawing);
}

async function drawing(): Promise<Drawing> {
  await load("live/drawing.js");
  return left().drawing!;
}

function changeSentence({ numbers, tables, claims, charts }: Changed): string {
  const parts = [counted(numbers, "number"), counted(tables, "table"), counted(claims, "claim"), counted(charts, "chart")].filter(Boolean);
  if (parts.length === 0) return "Nothing on this page differs from when it was built.";
  return `On this page ${parts.length > 1 ? `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}` : parts[0]} differ from when it was built.`;
}

function counted(count: number, word: string): string {
  return count === 0 ? "" : `${count} ${word}${count === 1 ? "" : "s"}`;
}
