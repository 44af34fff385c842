import type { Sentence } from "../../glossary.ts";
import { fill } from "../../render/templates.ts";
import { changeText } from "./change.ts";

/**
 * What has to be done to an element that shows `shown`, so that it shows `now` beside what it was when the page was built.
 * Where something stood beside it already only the new words are put in: to parse and lay out the old ones again takes longest.
 */
export function drawMoved(element: Element, html: (one: Sentence) => string, now: Sentence, was: Sentence, shown: Sentence): () => void {
  const words = html(now);
  if (now.text === was.text) return () => void (element.innerHTML = words);
  const change = changeText(now, was);
  const stands = shown.text !== was.text && Boolean(changeText(shown, was)) === Boolean(change);
  if (stands) return () => replaceWords(element, words, change);
  const whole = fill("moved", { now: words, was: html(was), change });
  return () => void (element.innerHTML = whole);
}

function replaceWords(element: Element, words: string, change: string): void {
  element.querySelector("[data-now]")!.innerHTML = words;
  const beside = element.querySelector(".moved > small");
  if (beside) beside.textContent = change;
}
