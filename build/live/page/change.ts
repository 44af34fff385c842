import type { Sentence } from "../../glossary.ts";
import { show } from "../../words/show.ts";

/** How far a number has moved: `+41 %`, or `32×` where per cent say little; nothing for what is no number. */
export function changeText(now: Sentence, was: Sentence): string {
  const ratio = Number(now.exact) / Number(was.exact);
  if (now.exact === null || was.exact === null || !Number.isFinite(ratio) || ratio <= 0) return "";
  if (ratio >= 3 || ratio <= 1 / 3) return show(ratio, { digits: 2, unit: "×" }).text;
  return `${ratio < 1 ? "−" : "+"}${show(Math.abs(ratio - 1), { digits: 2, unit: "%" }).text}`;
}
