import type { Sentence } from "../glossary.ts";
import { fill } from "./templates.ts";

/** What an expression became, as it stands on the page: a citation is a link, a number keeps its full precision. */
export function sentenceOf(sentence: Sentence | undefined): string {
  if (!sentence) return "";
  if (sentence.cites) return fill("citation", sentence);
  return sentence.exact === null ? fill("text", sentence) : fill("number", sentence);
}
