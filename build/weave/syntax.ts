import { parse } from "@babel/parser";
import type { Place } from "../glossary.ts";

/** A node of the syntax tree of a woven chapter; its offsets are places in the chapter. */
export interface Node {
  type: string;
  start: number;
  end: number;
  [key: string]: unknown;
}

/** The program that a woven chapter is. Code that cannot be parsed is told by those who run it: here it is nothing. */
export function syntaxOf(woven: string): Node | undefined {
  try {
    return parse(woven, { sourceType: "module", plugins: ["typescript"] }).program as unknown as Node;
  } catch {
    return undefined;
  }
}

/** The nodes below one, with the names they have in it. */
export function branches(node: Node): [key: string, child: Node][] {
  return Object.entries(node).flatMap(([key, value]) =>
    (Array.isArray(value) ? (value as unknown[]) : [value]).filter(isNode).map((child): [string, Node] => [key, child]),
  );
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && typeof (value as Node).type === "string" && typeof (value as Node).start === "number";
}

/** Line and column of an offset. */
export function placeAt(code: string, offset: number): Place {
  const before = code.slice(0, offset).split("\n");
  return { line: before.length, column: before.at(-1)!.length + 1 };
}
