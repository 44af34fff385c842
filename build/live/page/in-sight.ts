/** What is in sight or not as one: a paragraph, say, and each table of a cell by itself. */
const blocks = "main > *, main > .cell > *";

/**
 * Which parts of the page are in sight, kept by the browser as the reader scrolls: asking each element would lay the page out.
 * What lies wholly behind the panel is not.
 */
export class InSight {
  readonly #seen = new Set<Element>();
  readonly #watched = new Set<Element>();
  #watch: IntersectionObserver | undefined;
  /** Another number whenever something else is in sight. */
  turn = 0;
  /** Kept once the browser has told it for the first time. */
  readonly known: Promise<void>;
  #tell!: () => void;

  constructor(panel: Element) {
    this.known = new Promise((resolve) => (this.#tell = resolve));
    new ResizeObserver(() => this.#lookAbove(panel)).observe(panel);
  }

  #lookAbove(panel: Element): void {
    this.#watch?.disconnect();
    this.#watch = new IntersectionObserver((entries) => this.#note(entries), { rootMargin: `0px 0px -${panel.getBoundingClientRect().height}px 0px` });
    for (const block of document.querySelectorAll(blocks)) this.#watch.observe(block);
  }

  #note(entries: readonly IntersectionObserverEntry[]): void {
    this.turn++;
    for (const { target, isIntersecting } of entries) {
      this.#watched.add(target);
      if (isIntersecting) this.#seen.add(target);
      else this.#seen.delete(target);
    }
    this.#tell();
  }

  /** What is not yet known counts as in sight. */
  has(element: Element): boolean {
    const block = element.closest(blocks);
    return !block || !this.#watched.has(block) || this.#seen.has(block);
  }
}
