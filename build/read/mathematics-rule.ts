import type { MarkdownIt } from "markdown-it";
import { closingBrace } from "./brackets.ts";
import type { ExpressionMeta } from "./expression-rule.ts";

/** TeX with the expressions that are filled in before it is drawn. */
export type MathematicsMeta = {
  display: boolean;
  parts: (string | ExpressionMeta)[];
};

/** `$…$` in a line and `$$…$$` on lines of its own. `\$` is a dollar; a `$` before a digit is money, but for a formula such as `$6ND$`. */
export function mathematicsRule(md: MarkdownIt): void {
  md.inline.ruler.before("expression", "mathematics", (state, silent) => {
    const { src, pos, posMax } = state;
    if (src[pos] !== "$" || /[\s{$]/.test(src[pos + 1] ?? " ")) return false;
    const read = parts(src.slice(0, posMax), pos + 1, "$");
    if (!read || /\s/.test(src[read.end - 1]!) || /\d/.test(src[read.end + 1] ?? "")) return false;
    if (/\d/.test(src[pos + 1]!) && !beginsWithDigit.test(read.parts.map((part) => (typeof part === "string" ? part : "x")).join(""))) return false;
    if (!silent) {
      const token = state.push("mathematics", "math", 0);
      token.meta = { display: false, parts: read.parts } satisfies MathematicsMeta;
    }
    state.pos = read.end + 1;
    return true;
  });

  md.block.ruler.before("fence", "display", (state, startLine, endLine, silent) => {
    const start = state.bMarks[startLine]! + state.tShift[startLine]!;
    if (!state.src.startsWith("$$", start) || state.sCount[startLine]! - state.blkIndent >= 4) return false;
    let last = startLine;
    while (last < endLine && !closesDisplay(state.src.slice(last === startLine ? start + 2 : state.bMarks[last]!, state.eMarks[last]))) last++;
    if (last >= endLine) return false;
    if (silent) return true;
    const token = state.push("display", "math", 0);
    token.block = true;
    token.map = [startLine, last + 1];
    token.content = state.getLines(startLine, last + 1, state.blkIndent, false);
    const from = token.content.indexOf("$$") + 2;
    const read = parts(token.content, from, "$$");
    token.meta = { display: true, parts: read?.parts ?? [token.content.slice(from)] } satisfies MathematicsMeta;
    state.line = last + 1;
    return true;
  }, { alt: ["paragraph", "reference", "blockquote", "list"] });
}

/**
 * A formula that begins with a digit, and no price: a letter, a command, a power or an index comes right behind the
 * digits, and there are no spaces but around signs, or else there is a command in it: `$6ND$`, `$2N + 4N$`, `$12 \cdot B$`.
 */
const beginsWithDigit = /^\d[\d.,]*(?:[A-Za-z\\^_](?:\S|[ ]?[-+=<>/][ ]?(?=\S))*$|[ ]?[^\n]*\\[A-Za-z][^\n]*$)/;

function closesDisplay(line: string): boolean {
  return line.trimEnd().endsWith("$$");
}

/** Reads up to the closing mark, stepping over `\$` and over whole expressions. */
function parts(text: string, start: number, mark: string): { parts: MathematicsMeta["parts"]; end: number } | undefined {
  const found: MathematicsMeta["parts"] = [];
  let tex = "";
  for (let at = start; at < text.length; at++) {
    if (text[at] === "\\") {
      tex += text.slice(at, at + 2);
      at++;
    } else if (text.startsWith("${", at)) {
      const close = closingBrace(text, at + 2);
      if (close < 0) return undefined;
      found.push(tex, { from: at, to: close + 1, code: text.slice(at + 2, close) });
      tex = "";
      at = close;
    } else if (text.startsWith(mark, at)) {
      return { parts: [...found, tex], end: at };
    } else tex += text[at];
  }
  return undefined;
}
