import GithubSlugger from "github-slugger";
import type { Token } from "markdown-it";

export interface Heading {
  token: Token;
  level: number;
  id: string;
  text: string;
}

/** The headings of a page with their ids. Expressions are left out of an id, so that no value can move it. */
export function headings(tokens: readonly Token[]): Heading[] {
  const slugger = new GithubSlugger();
  return tokens.flatMap((token, index) => {
    if (token.type !== "heading_open") return [];
    const children = tokens[index + 1]!.children ?? [];
    const text = children.filter(({ type }) => type === "text" || type === "code_inline").map(({ content }) => content).join("").trim();
    return [{ token, level: Number(token.tag.slice(1)), id: slugger.slug(text), text }];
  });
}
