import type { Sentence } from "../glossary.ts";
import { fill } from "./templates.ts";

/** What an expression became, as it stands on the page: a citation is a link, a number keeps its full precision, a literal its reason. */
export function sentenceOf(sentence: Sentence | undefined): string {
  if (!sentence) return "";
  if (sentence.cites) return fill("citation", sentence);
  if (sentence.reason !== null) return fill("literal", sentence);
  return sentence.exact === null ? fill("text", sentence) : fill("number", sentence);
}
