import jsTokens from "js-tokens";

/** A bracket without its partner, or a string, template or comment without its end; `at` is an offset in the code. */
export interface Unbalanced {
  at: number;
  message: string;
}

const partner: Record<string, string> = { ")": "(", "]": "[", "}": "{" };

/** The offset of the `}` that closes an expression whose code begins at `start`, or -1. */
export function closingBrace(text: string, start: number): number {
  let depth = 0;
  for (const token of tokens(text.slice(start))) {
    if (opens(token.text)) depth++;
    if (closes(token.text)) {
      if (depth === 0) return token.text === "}" ? start + token.at : -1;
      depth--;
    }
  }
  return -1;
}

/** The first thing in a piece of code that is opened and not closed, or closed and not opened. */
export function unbalanced(code: string): Unbalanced | undefined {
  const open: { at: number; text: string }[] = [];
  for (const { type, at, text, closed } of tokens(code)) {
    if (closed === false) return { at, message: `this ${unclosed[type] ?? "text"} is not closed` };
    if (opens(text)) open.push({ at, text: text.at(-1)! });
    if (!closes(text)) continue;
    const last = open.pop();
    if (last?.text !== partner[text[0]!]) return { at, message: `this ${text[0]} closes nothing` };
    if (text.endsWith("${")) open.push({ at: at + text.length - 2, text: "{" });
  }
  const left = open.at(-1);
  return left && { at: left.at, message: `this ${left.text} is not closed` };
}

const unclosed: Record<string, string> = {
  StringLiteral: "string",
  NoSubstitutionTemplate: "template",
  TemplateHead: "template",
  TemplateMiddle: "template",
  TemplateTail: "template",
  MultiLineComment: "comment",
  RegularExpressionLiteral: "regular expression",
};

export interface Lexeme {
  type: string;
  /** Offset in the code. */
  at: number;
  text: string;
  closed?: boolean;
}

/**
 * The tokens of a piece of TypeScript. js-tokens reads JavaScript, where `!` before `/` starts a regular
 * expression; TypeScript's `x! / y` is a division, so that `!` is hidden from it.
 */
export function* tokens(code: string): Generator<Lexeme> {
  let at = 0;
  for (const token of jsTokens(code.replace(/(?<=[\w$)\]])!(?!=)/g, " "))) {
    const text = code.slice(at, at + token.value.length);
    yield { type: token.type, at, text, ..."closed" in token && { closed: token.closed } };
    at += token.value.length;
  }
}

function opens(text: string): boolean {
  return text === "(" || text === "[" || text === "{" || (text.startsWith("`") && text.endsWith("${"));
}

function closes(text: string): boolean {
  return text === ")" || text === "]" || text === "}" || (text.startsWith("}") && text.length > 1);
}
