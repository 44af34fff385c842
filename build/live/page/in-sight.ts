/** Which parts of the page are in sight, kept by the browser as the reader scrolls: asking each element would lay the page out. */
export class InSight {
  readonly #seen = new Set<Element>();
  readonly #watched = new Set<Element>();

  constructor() {
    const watch = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) {
        this.#watched.add(target);
        if (isIntersecting) this.#seen.add(target);
        else this.#seen.delete(target);
      }
    });
    for (const block of document.querySelectorAll("main > *")) watch.observe(block);
  }

  /** What is not yet known counts as in sight. */
  has(element: Element): boolean {
    const block = element.closest("main > *");
    return !block || !this.#watched.has(block) || this.#seen.has(block);
  }
}
