import temml from "temml";
import type { Sentence } from "../glossary.ts";
import type { MathematicsMeta } from "../read/mathematics-rule.ts";

/** TeX as MathML, its expressions filled in. Its styles are classes: the page allows no other. */
export function drawMathematics({ parts, display }: MathematicsMeta, sentences: Record<number, Sentence>): string {
  const tex = parts.map((part) => (typeof part === "string" ? part : (sentences[part.id!]?.tex ?? ""))).join("");
  return withoutStyles(temml.renderToString(tex.trim(), { displayMode: display, throwOnError: true, trust: false }));
}

/** What names mathematics with expressions in it on its page: the first of them. */
export function mathematicsKey({ parts }: MathematicsMeta): string {
  const first = parts.find((part) => typeof part !== "string");
  return first === undefined ? "" : String(first.id);
}

/** The classes that stand for the styles that Temml writes; `style.css` has them. Of a display, `tml-display` says it already. */
const classes: Record<string, string> = { "display:block math;": "", "math-depth:0;": "depth-0", "margin-left:-0.1667em;": "negative-space", false: "" };

function withoutStyles(mathml: string): string {
  return mathml.replace(/<[^<>]* style="([^"]*)"[^<>]*>/g, (tag, style: string) => {
    const name = classes[style];
    if (name === undefined) throw new Error(`a style that no class stands for: ${style}`);
    const bare = tag.replace(/ style="[^"]*"/, "");
    if (name === "") return bare;
    return / class="/.test(bare) ? bare.replace(/ class="/, `$&${name} `) : bare.replace(/^<[\w-]+/, `$& class="${name}"`);
  });
}
