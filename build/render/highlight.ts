import { createHighlighterCore, type HighlighterCore } from "shiki/core";
import { createJavaScriptRegexEngine } from "shiki/engine/javascript";
import { createCssVariablesTheme } from "shiki/core";
import typescript from "shiki/langs/typescript.mjs";

/** A piece of code in one colour; the colour is the name of a class, or nothing for plain ink. */
export interface Piece {
  text: string;
  colour: string;
}

const theme = createCssVariablesTheme({ name: "report", variablePrefix: "--code-", variableDefaults: {}, fontStyle: false });
let highlighter: HighlighterCore | undefined;

/** TypeScript in lines of coloured pieces. However busy the machine is, no line is given up: the same code has the same colours. */
export async function highlight(code: string): Promise<Piece[][]> {
  highlighter ??= await createHighlighterCore({ themes: [theme], langs: [typescript], engine: createJavaScriptRegexEngine() });
  const { tokens } = highlighter.codeToTokens(code.replace(/\n$/, ""), { lang: "typescript", theme: "report", tokenizeTimeLimit: 0 });
  return tokens.map((line) => line.map(({ content, color }) => ({ text: content, colour: className(color) })));
}

/** `var(--code-token-keyword)` → `token-keyword` */
function className(colour: string | undefined): string {
  return /var\(--code-(token-[\w-]+)/.exec(colour ?? "")?.[1] ?? "";
}
