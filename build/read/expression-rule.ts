import type { MarkdownIt } from "markdown-it";
import { closingBrace } from "./brackets.ts";

/** What the rule knows of an expression: where it stands in the content of its block, `${` and `}` included. */
export type ExpressionMeta = {
  from: number;
  to: number;
  code: string;
  /** Given by read, once the place is known. */
  id?: number;
};

/** `${…}` in prose. One without an end becomes a token of its own, so that read can say where it stands. */
export function expressionRule(md: MarkdownIt): void {
  md.inline.ruler.before("text", "expression", (state, silent) => {
    if (!state.src.startsWith("${", state.pos)) return false;
    const close = closingBrace(state.src.slice(0, state.posMax), state.pos + 2);
    const to = close < 0 ? state.pos + 2 : close + 1;
    if (!silent) {
      const token = state.push(close < 0 ? "left_over" : "expression", "", 0);
      token.meta = { from: state.pos, to, code: state.src.slice(state.pos + 2, to - 1) } satisfies ExpressionMeta;
    }
    state.pos = to;
    return true;
  });
}
