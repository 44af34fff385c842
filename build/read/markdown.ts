import createMarkdown, { type MarkdownIt } from "markdown-it";
import { expressionRule } from "./expression-rule.ts";
import { mathematicsRule } from "./mathematics-rule.ts";

/** The Markdown of a chapter. HTML is off: every tag of the site is in `templates/`. Quotation marks are set, but L(C) is no copyright. */
export function chapterMarkdown(): MarkdownIt {
  return createMarkdown({ html: false, typographer: true }).disable("replacements").use(expressionRule).use(mathematicsRule);
}

/** The Markdown of a caption: mathematics and emphasis; values in it are filled already. */
export function captionMarkdown(): MarkdownIt {
  return chapterMarkdown().disable("expression");
}
