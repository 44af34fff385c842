import type { MarkdownIt } from "markdown-it";
import type { Chapter, ProblemReport } from "../glossary.ts";
import { captionMarkdown } from "../read/markdown.ts";
import { branches, placeAt, syntaxOf, type Node } from "../weave/syntax.ts";
import { weave } from "../weave/weave.ts";
import { typedInProse } from "./lint-prose.ts";
import { proseOf } from "./prose-of.ts";
import { significantDigits, typedNumbers } from "./typed-numbers.ts";

/**
 * Where a piece of code stands. In `code` numbers are judged; what is `shown` is a caption, a description or the rows of
 * a table, so its texts are judged too; of the `layout` of a figure only its data are, `drawn`, and of those not the places
 * that texts are put at; what is `given` is free.
 */
type Standing = "code" | "shown" | "layout" | "drawn" | "given";

/** Words whose arguments are what a source or a reader gives. */
const giving = new Set(["assume", "printed", "within", "about", "exactly", "order", "significant", "absolute", "cite", "literal", "notComputable"]);

/**
 * The numbers typed in cells and expressions, of three or more significant digits or with an exponent, that are neither
 * given in an `assume(…)`, an expectation or a known discrepancy, nor stand in an object with a `source` or in the layout
 * of a figure; and the numbers typed in captions, descriptions and tables. Powers of ten are units (1e9, 1000, 0.001) and free,
 * as years are.
 * The woven module is judged, because a place in it is the place in the chapter.
 */
export function lintCode(chapter: Chapter): ProblemReport[] {
  const code = weave(chapter);
  const program = syntaxOf(code);
  if (!program) return [];
  const found = new Linter(code);
  found.visit(program, "code");
  return found.faults.map(({ at, message }) => ({ file: chapter.file, ...placeAt(code, at), message }));
}

class Linter {
  readonly faults: { at: number; message: string }[] = [];
  readonly #code: string;
  readonly #md: MarkdownIt = captionMarkdown();

  constructor(code: string) {
    this.#code = code;
  }

  visit(node: Node, standing: Standing): void {
    if (standing === "given") return;
    switch (node.type) {
      case "NumericLiteral":
      case "BigIntLiteral":
        if (standing !== "layout") this.#number(node);
        return;
      case "StringLiteral":
        if (standing === "shown") this.#text(node, this.#code.slice(node.start + 1, node.end - 1));
        return;
      case "TemplateLiteral":
        if (standing === "shown") this.#text(node, this.#withoutExpressions(node));
        break;
      case "CallExpression":
        return this.#call(node, standing);
      case "ObjectExpression":
        if (has(node, "source") || (standing === "drawn" && has(node, "text"))) return;
        break;
      case "ObjectProperty":
        return this.#property(node, standing);
      case "TSLiteralType":
        return;
    }
    for (const [key, child] of branches(node)) this.visit(child, standing === "shown" && isAsked(node, key) ? "code" : standing);
  }

  #call(node: Node, standing: Standing): void {
    const name = calleeOf(node);
    if (giving.has(name)) return;
    const passed = node.arguments as Node[];
    const standings: Record<string, Standing[]> = { figure: ["given", "shown", "layout", "code"], sensitivity: ["given", "shown", "given"], table: ["given", "shown", "shown"], check: ["given"], show: ["code", "given"], "$.say": ["given"], "$.cell": ["given"] };
    const inside = standing === "shown" && name === "show" ? "code" : standing;
    this.visit(node.callee as Node, "code");
    passed.forEach((argument, index) => this.visit(argument, standings[name]?.[index] ?? inside));
  }

  /** The keys of the rows of a table are the heads of its columns; `says` is the description of a figure. */
  #property(node: Node, standing: Standing): void {
    const key = node.key as Node;
    const name = nameOf(key);
    if (standing === "shown" && key.type === "StringLiteral") this.visit(key, "shown");
    this.visit(node.value as Node, standingOf(name ?? "", standing));
  }

  #number(node: Node): void {
    const text = this.#code.slice(node.start, node.end);
    if (isTyped(text)) this.faults.push({ at: node.start, message: `the number ${text} is typed: it belongs in an assume(…), an expectation, or an object that has its source` });
  }

  #text(node: Node, text: string): void {
    for (const { at, text: number } of typedNumbers(proseOf(this.#md, text))) this.faults.push({ at: node.start + 1 + at, message: typedInProse(number) });
  }

  /** What stands between the backticks, each expression hidden behind as many signs as it is long. */
  #withoutExpressions(node: Node): string {
    let text = this.#code.slice(node.start + 1, node.end - 1);
    for (const { start, end } of node.expressions as Node[]) {
      const [from, to] = [start - node.start - 1, end - node.start - 1];
      const open = text.lastIndexOf("${", from);
      const close = text.indexOf("}", to);
      text = text.slice(0, open) + text.slice(open, close + 1).replace(/[^\n]/g, "\ufffc") + text.slice(close + 1);
    }
    return text;
  }
}

/** The window and the ratio of a known discrepancy are given; scales and axes are layout wherever they are put together. */
function standingOf(name: string, standing: Standing): Standing {
  if (/^(known|window|ratio)$/.test(name)) return "given";
  if (name === "says") return "shown";
  if (/^(scale|axis|legend)$/.test(name)) return "layout";
  return standing === "layout" && /^(data|datum|datasets)$/.test(name) ? "drawn" : standing;
}

/** `check`, or `$.say` of the marks that weave writes. */
function calleeOf({ callee }: Node): string {
  const { name, object, property } = callee as { name?: string; object?: { name?: string }; property?: { name?: string } };
  return name ?? (object?.name === "$" ? `$.${property?.name}` : "");
}

/** Three or more significant digits, or an exponent; and neither a power of ten nor a year. */
function isTyped(literal: string): boolean {
  const text = literal.replaceAll("_", "").replace(/n$/, "").toLowerCase();
  if (/^0[xbo]/.test(text)) return text.length > 4;
  const [mantissa, exponent] = text.split("e") as [string, string?];
  if (/^(?:19|20)\d\d$/.test(text)) return false;
  if (/^0*1?0*$/.test(mantissa.replace(".", "").replace(/^0+/, ""))) return false;
  return exponent !== undefined || significantDigits(mantissa.replace(/^\./, "0.")) >= 3;
}

/** A constant of a source is `{ N: 540.35e9, source: cite(…) }`; a text put at a place is `{ x: 128, y: 3, text: "…" }`. */
function has(node: Node, field: "source" | "text"): boolean {
  return (node.properties as Node[]).some(({ key }) => key && nameOf(key as Node) === field);
}

function nameOf(key: Node): string | undefined {
  return (key.name ?? key.value) as string | undefined;
}

/** What is only compared or looked up is not shown. */
function isAsked(node: Node, key: string): boolean {
  if (node.type === "ConditionalExpression") return key === "test";
  if (node.type === "MemberExpression" || node.type === "OptionalMemberExpression") return key === "property";
  return node.type === "BinaryExpression" && node.operator !== "+";
}
