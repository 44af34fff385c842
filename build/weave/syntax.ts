import { parse } from "@babel/parser";

/** A node of the syntax tree, of which only its type and its extent are known for certain. */
export interface Node {
  type: string;
  start: number;
  end: number;
  [key: string]: unknown;
}

/** The tree of a woven module; nothing for code that cannot be parsed, which is told by those who run it. */
export function parseModule(code: string): Node | undefined {
  try {
    return parse(code, { sourceType: "module", plugins: ["typescript"] }).program as unknown as Node;
  } catch {
    return undefined;
  }
}

/** What a node holds, each under the key it is held by. */
export function children(node: Node): [key: string, child: Node][] {
  return Object.entries(node).flatMap(([key, value]) =>
    (Array.isArray(value) ? (value as unknown[]) : [value]).filter(isNode).map((child): [string, Node] => [key, child]),
  );
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && typeof (value as Node).type === "string" && typeof (value as Node).start === "number";
}
