import type { RendererRule } from "markdown-it";
import { captionMarkdown } from "../read/markdown.ts";
import type { MathematicsMeta } from "../read/mathematics-rule.ts";
import { fill } from "./templates.ts";

/** Something a link can lead to, and the words that name it. */
export interface Target {
  href: string;
  text: string;
}

/** Captions are Markdown too, but their values are filled already. */
export function captions(mathematics: (meta: MathematicsMeta) => string, link: RendererRule): (text: string) => string {
  const md = captionMarkdown();
  md.renderer.rules.mathematics = (tokens, index) => mathematics(tokens[index]!.meta as MathematicsMeta);
  md.renderer.rules.link_open = link;
  return (text) => md.renderInline(text);
}

/** A link to a place of the report; one without words is filled with the name of its target. That it leads somewhere was judged before. */
export function linkRule(find: (href: string) => Target): RendererRule {
  return (tokens, index, options, _, self) => {
    const { href, text } = find(String(tokens[index]!.attrGet("href")));
    tokens[index]!.attrSet("href", href);
    const empty = tokens[index + 1]?.type === "link_close";
    return self.renderToken(tokens, index, options) + (empty ? fill("text", { text }) : "");
  };
}
