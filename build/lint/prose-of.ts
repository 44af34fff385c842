import type { MarkdownIt } from "markdown-it";

/** Stands for what is no prose: neither a letter nor a digit, and as long as what it hides. */
const hidden = "\ufffc";

/**
 * The prose of a piece of inline Markdown with everything else hidden: expressions, mathematics, code, targets of links.
 * It is as long as the Markdown, so that an offset in one is an offset in the other.
 */
export function proseOf(md: MarkdownIt, text: string): string {
  const state = new md.inline.State(text, md, {}, []);
  let prose = "";
  const read = (until: number): void => {
    while (state.pos < until) {
      const start = state.pos;
      md.inline.skipToken(state);
      const token = text.slice(start, state.pos);
      if (token.length > 1 && /^!?\[/.test(token)) readLink(start, state.pos);
      else prose += isProse(token) ? token : hide(token);
    }
  };
  /** The words of a link are prose, its target is not; neither is a reference to a slide. */
  const readLink = (start: number, end: number): void => {
    const open = start + (text[start] === "!" ? 2 : 1);
    state.pos = start;
    const close = md.helpers.parseLinkLabel(state, open - 1);
    const slide = text.startsWith("](#slide-", close);
    prose += hide(text.slice(start, open));
    state.pos = open;
    if (slide) prose += hide(text.slice(open, close));
    else read(close);
    prose += hide(text.slice(close, end));
    state.pos = end;
  };
  read(text.length);
  return prose;
}

/** Everything else that is one token begins with the sign of its kind. */
function isProse(token: string): boolean {
  return token.length === 1 || !/^[`$<&]/.test(token);
}

function hide(token: string): string {
  return token.replace(/[^\n]/g, hidden);
}
