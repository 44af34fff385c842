import temml from "temml";
import type { Sentence } from "../glossary.ts";
import type { MathematicsMeta } from "../read/mathematics-rule.ts";

/** TeX as MathML, its expressions filled in. */
export function drawMathematics({ parts, display }: MathematicsMeta, sentences: Record<number, Sentence>): string {
  const tex = parts.map((part) => (typeof part === "string" ? part : (sentences[part.id!]?.tex ?? ""))).join("");
  return temml.renderToString(tex.trim(), { displayMode: display, throwOnError: true, trust: false });
}
