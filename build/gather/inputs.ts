import type { Assumption, Place } from "../glossary.ts";
import type { ReportedChapter } from "../run/run-report.ts";
import { branches, placeAt, syntaxOf, type Node } from "../weave/syntax.ts";
import { weave } from "../weave/weave.ts";

/** What a claim's value is made of. */
export interface Inputs {
  /** The expression that is checked, as it is written. */
  expression: string;
  /** The names that it reads: what each is, and the line that says so. */
  names: InputName[];
  /** The assumptions that it rests on, through whatever lies between, of this chapter and of those it imports. */
  assumptions: Pick<Assumption, "id" | "value" | "unit">[];
}

export interface InputName {
  name: string;
  /** Its value where the chapter exports it, else the code that defines it. */
  is: string;
  line: number;
}

/** Reads the inputs of claims off the code of the chapters; each chapter is parsed once. */
export class InputReader {
  readonly #chapters: ReadonlyMap<string, ReportedChapter>;
  readonly #modules = new Map<string, Module>();

  constructor(chapters: readonly ReportedChapter[]) {
    this.#chapters = new Map(chapters.map((chapter) => [chapter.name, chapter]));
  }

  /** The inputs of the check at a place; nothing where there is none. */
  of({ name }: ReportedChapter, at: Place): Inputs | null {
    const module = this.#module(name);
    const call = module?.calls.find((one) => one.place.line === at.line && one.place.column === at.column);
    const value = (call?.node.arguments as Node[] | undefined)?.[1];
    if (!module || !call || !value) return null;
    const direct = [...identifiers(value)];
    const local = direct.some((one) => !module.defined.has(one) && !module.imported.has(one));
    const roots = local ? [...identifiers(call.statement)] : direct;
    return { expression: oneLine(module.code.slice(value.start, value.end)), names: this.#names(name, module, direct), assumptions: this.#assumptions(name, roots) };
  }

  #module(name: string): Module | undefined {
    const known = this.#modules.get(name);
    const chapter = this.#chapters.get(name)?.chapter;
    if (known || !chapter) return known;
    const read = readModule(weave(chapter));
    this.#modules.set(name, read);
    return read;
  }

  #names(name: string, module: Module, direct: readonly string[]): InputName[] {
    const values = this.#chapters.get(name)!.run?.values ?? {};
    return direct.flatMap((one) => {
      const definition = module.defined.get(one);
      if (!definition) return [];
      const exported = values[one];
      const code = oneLine(module.code.slice(definition.start, definition.end));
      return [{ name: one, is: typeof exported === "number" || typeof exported === "string" ? String(exported) : code, line: placeAt(module.code, definition.start).line }];
    });
  }

  /** Follows names to their definitions, into imported chapters too, and collects each `assume("id", …)` on the way. */
  #assumptions(name: string, names: readonly string[]): Inputs["assumptions"] {
    const ids = new Set<string>();
    const seen = new Set<string>();
    const follow = (chapter: string, one: string): void => {
      const module = this.#module(chapter);
      if (!module || seen.has(`${chapter} ${one}`)) return;
      seen.add(`${chapter} ${one}`);
      const from = module.imported.get(one);
      if (from) return follow(from.chapter, from.name);
      const definition = module.defined.get(one);
      if (!definition) return;
      for (const id of assumed(definition)) ids.add(id);
      for (const next of identifiers(definition)) follow(chapter, next);
    };
    for (const one of names) follow(name, one);
    const all = [...this.#chapters.values()].flatMap(({ run }) => run?.assumptions ?? []);
    return all.filter(({ id }) => ids.has(id)).map(({ id, value, unit }) => ({ id, value, unit }));
  }
}

interface Module {
  code: string;
  /** What each name of the chapter is defined by. */
  defined: Map<string, Node>;
  /** Names that come from other chapters. */
  imported: Map<string, { chapter: string; name: string }>;
  calls: { node: Node; place: Place; statement: Node }[];
}

function readModule(code: string): Module {
  const module: Module = { code, defined: new Map(), imported: new Map(), calls: [] };
  for (const statement of (syntaxOf(code)?.body as Node[] | undefined) ?? []) {
    const declared = statement.type === "ExportNamedDeclaration" && statement.declaration ? (statement.declaration as Node) : statement;
    if (declared.type === "VariableDeclaration") for (const { id, init } of declared.declarations as { id: Node; init: Node | null }[]) for (const name of identifiers(id)) if (init) module.defined.set(name, init);
    if (declared.type === "FunctionDeclaration") module.defined.set(String((declared.id as Node).name), declared);
    if (declared.type === "ImportDeclaration") readImport(declared, module);
    walk(statement, (node) => {
      if (node.type === "CallExpression" && (node.callee as Node).name === "check") module.calls.push({ node, place: placeAt(code, node.start), statement });
    });
  }
  return module;
}

function readImport({ source, specifiers }: Node, { imported }: Module): void {
  const from = String((source as Node).value);
  if (!from.endsWith(".md")) return;
  for (const one of specifiers as Node[]) {
    const { name } = (one.imported ?? one.local) as { name: string };
    imported.set(String((one.local as Node).name), { chapter: from.slice("./".length, -".md".length), name });
  }
}

function assumed(node: Node): string[] {
  const ids: string[] = [];
  walk(node, ({ type, callee, arguments: given }) => {
    const [id] = (given as Node[] | undefined) ?? [];
    if (type === "CallExpression" && (callee as Node).name === "assume" && id?.type === "StringLiteral") ids.push(String(id.value));
  });
  return ids;
}

/** The names that a piece of code reads; those of members and keys are not among them. */
function identifiers(node: Node): Set<string> {
  const names = new Set<string>();
  walk(node, (one, key, above) => {
    const isMember = above && !above.computed && ((key === "property" && /MemberExpression$/.test(above.type)) || (key === "key" && !above.shorthand));
    if (one.type === "Identifier" && !isMember) names.add(String(one.name));
  });
  return names;
}

function walk(node: Node, visit: (node: Node, key: string, above: Node | null) => void, key = "", above: Node | null = null): void {
  visit(node, key, above);
  for (const [below, child] of branches(node)) walk(child, visit, below, node);
}

function oneLine(code: string): string {
  const text = code.replace(/\s+/g, " ");
  return text.length > 160 ? `${text.slice(0, 159)}…` : text;
}
