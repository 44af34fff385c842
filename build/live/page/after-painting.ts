/** Kept once the browser has painted what was done so far. */
export function afterPainting(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
}
