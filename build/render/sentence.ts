import type { Outside, Sentence } from "../glossary.ts";
import { outsideMark, outsideText } from "../words/outside.ts";
import { fill } from "./templates.ts";

/** What an expression became, as it stands on the page: a citation is a link, a number keeps its full precision, a literal its reason. */
export function sentenceOf(sentence: Sentence | undefined): string {
  if (!sentence) return "";
  if (sentence.cites) return fill("citation", sentence);
  if (sentence.reason !== null) return fill("literal", sentence);
  return sentence.exact === null ? fill("text", sentence) : fill("number", { ...sentence, far: farView(sentence.outside) });
}

/** The mark of an extrapolation, its words for those who do not see it, and whose law it is; or nothing. */
export function farView(outside: Outside | null): object | false {
  return outside !== null && { ...outside, mark: outsideMark(outside), words: outsideText(outside) };
}
