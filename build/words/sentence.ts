import type { Sentence } from "../glossary.ts";
import type { Citation } from "./cite.ts";
import type { Literal } from "./literal.ts";
import type { Shown } from "./show.ts";

/** What `${…}` and the cell of a table may be. A number is one that nobody would write with digits: a small whole one. */
export type Sayable = string | number | Shown | Citation | Literal;

/** How a value stands in a sentence. */
export function sentence(said: Sayable): Sentence {
  if (typeof said === "string") return { ...plain, text: said, tex: words(said) };
  if (typeof said === "number") return { ...plain, ...smallWhole(said) };
  if (said?.kind === "shown") return { ...plain, text: said.text, tex: said.tex, exact: String(said.value), outside: said.outside };
  if (said?.kind === "citation") return { ...plain, text: said.text, tex: words(said.text), cites: { key: said.key, place: said.place } };
  if (said?.kind === "literal") return { ...plain, text: said.text, tex: words(said.text), reason: said.reason };
  throw new Error(`a sentence wants text, show(…), cite(…) or literal(…), not ${said === null ? "null" : typeof said}`);
}

const plain: Omit<Sentence, "text" | "tex"> = { exact: null, cites: null, reason: null, outside: null };

function words(text: string): string {
  return `\\text{${text.replace(/[%$#&_{}]/g, "\\$&")}}`;
}

function smallWhole(value: number): { text: string; tex: string } {
  if (!Number.isInteger(value) || Math.abs(value) > 999) throw new Error(`a number is written by show(…), with its digits and unit: ${value}`);
  const text = String(value);
  return { text: text.replace("-", "−"), tex: text };
}

/** Words, and no number, citation or literal: in a table they are Markdown, as a caption is. */
export function isWords({ exact, cites, reason }: Sentence): boolean {
  return exact === null && cites === null && reason === null;
}
