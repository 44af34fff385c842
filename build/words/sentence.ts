import type { Sentence } from "../glossary.ts";
import type { Citation } from "./cite.ts";
import type { Shown } from "./show.ts";

/** What `${…}` and the cell of a table may be. A number is one that nobody would write with digits: a small whole one. */
export type Sayable = string | number | Shown | Citation;

/** How a value stands in a sentence. */
export function sentence(said: Sayable): Sentence {
  if (typeof said === "string") return { text: said, tex: `\\text{${said.replace(/[%$#&_{}]/g, "\\$&")}}`, exact: null, cites: null };
  if (typeof said === "number") return { ...smallWhole(said), exact: null, cites: null };
  if (said?.kind === "shown") return { text: said.text, tex: said.tex, exact: String(said.value), cites: null };
  if (said?.kind === "citation") return { text: said.text, tex: `\\text{${said.text}}`, exact: null, cites: said.key };
  throw new Error(`a sentence wants text, show(…) or cite(…), not ${said === null ? "null" : typeof said}`);
}

function smallWhole(value: number): { text: string; tex: string } {
  if (!Number.isInteger(value) || Math.abs(value) > 999) throw new Error(`a number is written by show(…), with its digits and unit: ${value}`);
  const text = String(value);
  return { text: text.replace("-", "−"), tex: text };
}

/** Words, and neither a number nor a citation: in a table they are Markdown, as a caption is. */
export function isWords({ exact, cites }: Sentence): boolean {
  return exact === null && cites === null;
}
