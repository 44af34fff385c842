import { branches, type Node } from "./syntax.ts";

/** A statement at the top of a chapter: what it declares and changes, and every name that it mentions. */
export interface Statement {
  node: Node;
  declares: Set<string>;
  changes: Set<string>;
  mentions: Set<string>;
  /** The chapter that it imports from, with the names there and here. */
  from: string | null;
  imports: { imported: string; local: string; node: Node }[];
  /** A mark of weave, or the words on line 1, which stay. */
  mark: boolean;
}

export function statementOf(node: Node): Statement {
  const statement: Statement = { node, declares: new Set(), changes: new Set(), mentions: new Set(), from: null, imports: [], mark: isMark(node) };
  if (node.type === "ImportDeclaration") return imported(statement);
  const declaration = node.type === "ExportNamedDeclaration" ? (node.declaration as Node | null) : node;
  if (declaration?.type === "VariableDeclaration") for (const { id } of declaration.declarations as { id: Node }[]) namesIn(id, statement.declares);
  else if (typeof (declaration?.id as Node | undefined)?.name === "string") statement.declares.add((declaration!.id as { name: string }).name);
  else for (const { exported } of (node.specifiers ?? []) as { exported: { name: string } }[]) statement.declares.add(exported.name);
  walk(node, statement);
  return statement;
}

function imported(statement: Statement): Statement {
  const { source, specifiers } = statement.node as unknown as { source: { value: string }; specifiers: (Node & { imported?: { name: string }; local: { name: string } })[] };
  statement.imports = specifiers.map((node) => ({ imported: node.imported?.name ?? "*", local: node.local.name, node }));
  for (const { local } of statement.imports) statement.declares.add(local);
  if (source.value.endsWith(".md")) statement.from = source.value;
  else statement.mark ||= source.value.startsWith("#");
  return statement;
}

function isMark(node: Node): boolean {
  return node.type === "EmptyStatement" || markCalled(node) === "cell";
}

/** The name of the mark that weave wrote, where the statement is one: `cell` of `$.cell(0)`. */
export function markCalled({ expression }: Node): string | undefined {
  const callee = (expression as { callee?: { object?: { name?: string }; property?: { name?: string } } } | undefined)?.callee;
  return callee?.object?.name === "$" ? callee.property?.name : undefined;
}

const changing = /^(?:push|pop|shift|unshift|splice|sort|reverse|fill|copyWithin|set|add|delete|clear)$/;

/** Types are gone before anything runs; of an expression with a type only the expression counts. */
function walk(node: Node, statement: Statement): void {
  if (node.type.startsWith("TS")) {
    if (node.expression) walk(node.expression as Node, statement);
    return;
  }
  if (node.type === "Identifier") statement.mentions.add(String(node.name));
  if (node.type === "AssignmentExpression") addRoot(node.left as Node, statement.changes);
  if (node.type === "UpdateExpression") addRoot(node.argument as Node, statement.changes);
  if (node.type === "CallExpression") {
    const { object, property } = node.callee as { object?: Node; property?: { name?: string } };
    if (object && changing.test(property?.name ?? "")) addRoot(object, statement.changes);
  }
  for (const [key, child] of branches(node)) if (!isLabel(node, key)) walk(child, statement);
}

/** The name after a point, or before a colon. */
function isLabel({ type, computed, shorthand }: Node, key: string): boolean {
  if (computed) return false;
  return (/MemberExpression$/.test(type) && key === "property") || (/^(?:ObjectProperty|ObjectMethod|ClassMethod)$/.test(type) && key === "key" && !shorthand);
}

function addRoot(node: Node, names: Set<string>): void {
  if (node.type === "Identifier") names.add(String(node.name));
  else if (node.object) addRoot(node.object as Node, names);
  else namesIn(node, names);
}

function namesIn(pattern: Node, names: Set<string>): void {
  if (pattern.type === "Identifier") names.add(String(pattern.name));
  else for (const [key, child] of branches(pattern)) if (!isLabel(pattern, key)) namesIn(child, names);
}
