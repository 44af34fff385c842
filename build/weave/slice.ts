import type { Chapter } from "../glossary.ts";
import { weave } from "./weave.ts";
import { branches, syntaxOf, type Node } from "./syntax.ts";

/**
 * A woven chapter with only the statements that the wanted names rest on: the others, and the sentences, are blank, so that
 * every place stays what it is. `needs` are the names that it takes from other chapters, by their files.
 * A name counts wherever it is mentioned, so too much may be kept; what changes a value from outside its definition is
 * kept where it assigns to it or calls a method that changes it.
 */
export function slice(woven: string, wanted: ReadonlySet<string>): { code: string; needs: Map<string, Set<string>> } {
  const program = syntaxOf(woven);
  const statements = ((program?.body ?? []) as Node[]).map(statementOf);
  const names = new Set(wanted.has("*") ? statements.flatMap(({ declares }) => [...declares]) : wanted);
  const kept = new Set<Statement>();
  for (let before = -1; kept.size > before; ) {
    before = kept.size;
    for (const statement of statements) {
      if (kept.has(statement) || !rests(statement, names)) continue;
      kept.add(statement);
      for (const name of statement.mentions) names.add(name);
    }
  }
  const dropped = statements.filter((statement) => !kept.has(statement) && !statement.mark).map(({ node }) => node);
  const unasked = [...kept].flatMap(({ imports }) => imports.filter(({ local }) => !names.has(local)).map(({ node }) => node));
  const needs = new Map<string, Set<string>>();
  for (const statement of kept) {
    if (statement.from === null) continue;
    const asked = statement.imports.filter(({ local }) => names.has(local)).map(({ imported }) => imported);
    needs.set(statement.from, new Set([...(needs.get(statement.from) ?? []), ...asked]));
  }
  return { code: unasked.reduce(blankSpecifier, dropped.reduce(blank, woven)), needs };
}

/** The chapters that exported names of one rest on, each woven and cut down to what they rest on. */
export function sliceChapters(chapters: readonly Chapter[], target: Chapter, names: readonly string[]): Map<Chapter, string> {
  const wanted = new Map([[target.name, new Set(names)]]);
  const slices = new Map<Chapter, string>();
  const queue = [target];
  for (let chapter = queue.shift(); chapter; chapter = queue.shift()) {
    const { code, needs } = slice(weave(chapter), wanted.get(chapter.name)!);
    slices.set(chapter, code);
    for (const [file, asked] of needs) {
      const needed = chapters.find(({ name }) => `./${name}.md` === file);
      const known = wanted.get(needed?.name ?? "");
      if (!needed || (known && [...asked].every((name) => known.has(name)))) continue;
      wanted.set(needed.name, new Set([...(known ?? []), ...asked]));
      queue.push(needed);
    }
  }
  return slices;
}

/** A statement at the top of a chapter: what it declares and changes, and every name that it mentions. */
interface Statement {
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

function rests({ declares, changes }: Statement, names: ReadonlySet<string>): boolean {
  return [...declares, ...changes].some((name) => names.has(name));
}

function statementOf(node: Node): Statement {
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

/** `$.cell(0)` */
function isMark({ type, expression }: Node): boolean {
  const callee = (expression as { callee?: { object?: { name?: string }; property?: { name?: string } } } | undefined)?.callee;
  return type === "EmptyStatement" || (callee?.object?.name === "$" && callee.property?.name === "cell");
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

/** One name of an import, with the comma behind it. */
function blankSpecifier(code: string, { start, end }: Node): string {
  return blank(code, { start, end: end + (/^\s*,/.exec(code.slice(end))?.[0].length ?? 0) } as Node);
}

function blank(code: string, { start, end }: Node): string {
  return code.slice(0, start) + code.slice(start, end).replace(/[^\n]/g, " ") + code.slice(end);
}
