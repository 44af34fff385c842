import { parseSync } from "vite";

/** A number written in a constant object of `src`: what the mutation moves. */
export interface Constant {
  /** file:line:column, by which it is known everywhere */
  readonly id: string;
  /** such as table5, alphaN */
  readonly path: readonly string[];
  /** as written */
  readonly raw: string;
  readonly value: number;
  readonly start: number;
  readonly end: number;
}

/** A node of the syntax tree, of which only kind, place and children matter here. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [field: string]: unknown;
}

/** Years, the ends of ranges and the intervals of uncertainty are no inputs of a law. */
const notMoved = new Set(["range", "ranges", "from", "to", "interval", "year"]);

/** The top-level `const`s of a module whose value is an object or an array, by name. */
export function constantObjects(file: string, text: string): { path: string[]; value: Node }[] {
  const body = parseSync(file, text).program.body as unknown as Node[];
  const declarations = body.flatMap((node) => (node.type === "ExportNamedDeclaration" && node.declaration ? [node.declaration as Node] : [node]));
  return declarations
    .filter(({ type, kind }) => type === "VariableDeclaration" && kind === "const")
    .flatMap(({ declarations }) => declarations as { id: { name: string }; init: Node | null }[])
    .flatMap(({ id, init }) => (init && isTree(bare(init)) && !notMoved.has(id.name) ? [{ path: [id.name], value: bare(init) }] : []));
}

/** The numbers of such a constant, with the path that leads to each. */
export function numbersOf({ path: outer, value }: { path: readonly string[]; value: Node }, file: string, text: string): Constant[] {
  return branches(value).flatMap(({ key, node }) => {
    const path = [...outer, key];
    return isTree(node) ? numbersOf({ path, value: node }, file, text) : literals(node).map((literal) => constant(literal, path, file, text));
  });
}

/** The children of an object or array that the mutation may enter: neither functions nor what is not moved. */
export function branches(tree: Node): { key: string; property: Node; node: Node }[] {
  const children = tree.type === "ArrayExpression" ? (tree.elements as Node[]).map((node, i) => ({ key: String(i), property: node, node: bare(node) })) : properties(tree);
  return children.filter(({ key, node }) => !notMoved.has(key) && !/Function|SpreadElement/.test(node.type));
}

function properties(tree: Node): { key: string; property: Node; node: Node }[] {
  return (tree.properties as Node[]).filter(({ type, computed, shorthand, method }) => type === "Property" && !computed && !shorthand && !method).map((property) => {
    const key = property.key as Node;
    return { key: String(key.name ?? key.value), property, node: bare(property.value as Node) };
  });
}

/** The expression without `as const`, `satisfies` and parentheses. */
export function bare(node: Node): Node {
  return /^TS.*Expression$|^ParenthesizedExpression$/.test(node.type) ? bare(node.expression as Node) : node;
}

export function isTree(node: Node): boolean {
  return node.type === "ObjectExpression" || node.type === "ArrayExpression";
}

/** The number literals within an expression. */
export function literals(node: Node): Node[] {
  if (node.type === "Literal") return typeof node.value === "number" ? [node] : [];
  return Object.values(node).flatMap((child) => (Array.isArray(child) ? child : [child])).flatMap((child) => (isNode(child) ? literals(child) : []));
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value;
}

function constant({ raw, value, start, end }: Node, path: readonly string[], file: string, text: string): Constant {
  const before = text.slice(0, start).split("\n");
  return { id: `${file}:${before.length}:${before.at(-1)!.length + 1}`, path, raw: String(raw), value: Number(value), start, end };
}
