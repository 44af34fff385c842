import { readFileSync } from "node:fs";
import { parseSync } from "vite";
import { literals, type Node } from "./constants.ts";

/** Where a test stands: its file and the line of its `test(`. */
export interface TestPlace {
  readonly file: string;
  readonly line: number;
}

/**
 * Whether a test states the very value of a constant: as a number or in a string, with two significant digits or more
 * in the test itself, with three or more anywhere in its file. What such a test says of the constant is not counted.
 */
export function statesValue({ file, line }: TestPlace, value: number): boolean {
  const digits = significantDigits(value);
  const { whole, byLine } = numbersIn(file);
  return (digits >= 3 && whole.has(value)) || (digits >= 2 && (byLine.get(line)?.has(value) ?? false));
}

function significantDigits(value: number): number {
  return value.toExponential().replace(/e.*/, "").replace(/[-.]/g, "").replace(/0+$/, "").length;
}

interface Numbers {
  readonly whole: Set<number>;
  /** the numbers of each call that begins on a line */
  readonly byLine: Map<number, Set<number>>;
}

const files = new Map<string, Numbers>();

function numbersIn(file: string): Numbers {
  const known = files.get(file);
  if (known) return known;
  const text = readFileSync(file, "utf8");
  const program = parseSync(file, text).program as unknown as Node;
  const numbers = { whole: stated(program, text), byLine: new Map(calls(program).map((call) => [text.slice(0, call.start).split("\n").length, stated(call, text)])) };
  files.set(file, numbers);
  return numbers;
}

/** Calls of `test` and of what it is made to do (`test.each(…)(…)`), the outermost of each line last. */
function calls(node: Node): Node[] {
  const inner = Object.values(node).flatMap((child) => (Array.isArray(child) ? child : [child])).flatMap((child) => (isNode(child) ? calls(child) : []));
  return node.type === "CallExpression" ? [...inner, node] : inner;
}

function stated(node: Node, text: string): Set<number> {
  const words = text.slice(node.start, node.end).match(/(?<![\w.])\d[\d_]*(\.\d+)?(e[+-]?\d+)?(?![\w.])/gi) ?? [];
  return new Set([...literals(node).map(({ value }) => Number(value)), ...words.map((word) => Number(word.replaceAll("_", "")))]);
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value;
}
