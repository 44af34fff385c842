import { readAddress, withState, type State } from "./state.ts";

/** On the pages beside the chapters: says that they are as they were built, and lets the state go on. */
export function carry(template: HTMLTemplateElement): void {
  const show = (): void => {
    const { state } = readAddress(location.hash);
    takeAlong(state);
    document.querySelector("[data-elsewhere]")?.remove();
    if (state.size === 0) return;
    const note = template.content.firstElementChild!.cloneNode(true) as HTMLElement;
    note.dataset.elsewhere = "";
    note.querySelector("[data-command]")!.textContent = [...state].map(([id, value]) => `${id}=${value}`).join(", ");
    document.querySelector("main")!.before(note);
  };
  addEventListener("hashchange", () => {
    show();
    keepPlace();
  });
  show();
  keepPlace();
}

/** Gives every link to another page of the report the state of this one. */
export function takeAlong(state: State): void {
  for (const link of document.querySelectorAll("a[href]")) {
    const href = link.getAttribute("href")!;
    if (/^[^:/?#]+\.html(#|$)/.test(href)) link.setAttribute("href", withState(href, state));
  }
}

/** A browser goes to a place whose name is all that stands behind the `#`; with a state behind it the page goes there itself. */
export function keepPlace(): void {
  const { place, state } = readAddress(location.hash);
  for (const marked of document.querySelectorAll(".target")) marked.classList.remove("target");
  const element = document.getElementById(place);
  if (!element || state.size === 0) return;
  for (let above = element.closest("details"); above; above = above.parentElement?.closest("details") ?? null) above.open = true;
  element.classList.add("target");
  element.scrollIntoView({ behavior: "instant" });
}
