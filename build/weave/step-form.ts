import type { Chapter } from "../glossary.ts";
import { vocabulary } from "../words/vocabulary.ts";
import { transformed } from "./run-form.ts";
import { markCalled, statementOf, type Statement } from "./statements.ts";
import { syntaxOf, type Node } from "./syntax.ts";
import { scope } from "./weave.ts";

/**
 * Woven module → the module that a page runs: `export default function steps($)`, in which every statement at the top of the
 * chapter is a step of its own, with the steps that it rests on. What an assumption does not reach need not run again.
 * The names of the chapter are variables around the steps. A function is no step: it is there from the start, and what
 * mentions it rests on all that the function mentions. Sentences are the last steps, since they may speak of all.
 * What is seen of a change is `list.push(x)` and `sum += x`; state that a call changes unseen, such as the place of a stream
 * of chance, has to stay within a statement. `test/whole` holds every chapter against its run as a whole.
 */
export async function stepForm(chapter: Chapter, woven: string): Promise<string> {
  const { code } = await transformed(chapter, woven);
  const text = (node: Node): string => code.slice(node.start, node.end);
  const statements = (syntaxOf(code)!.body as Node[]).map(statementOf);
  const inner = statements.filter(({ node, imports }) => imports.length === 0 && !/^Import|^Export/.test(node.type));
  const functions = inner.filter(({ node }) => isFunction(node));
  const steps = [...imported(statements), ...together(inner.filter(({ node }) => !isFunction(node)))];
  const ordered = [...steps.filter(({ last }) => !last), ...steps.filter(({ last }) => last)];
  const rests = restsOf(ordered, functions);
  const laws = statements.filter(({ node, from }) => node.type === "ImportDeclaration" && from === null && (node.source as { value?: string }).value !== scope);
  const exported = statements.flatMap(({ node }) => (node.type === "ExportNamedDeclaration" ? (node.specifiers as { local: { name: string }; exported: { name: string } }[]) : []));
  const names = ordered.flatMap(({ declares }) => [...declares]);
  return [
    ...laws.map(({ node }) => text(node)),
    `export default function steps($) {`,
    `const { ${vocabulary.join(", ")} } = $.words;`,
    ...(names.length > 0 ? [`let ${names.join(", ")};`] : []),
    ...functions.map(({ node }) => text(node)),
    `$.steps([`,
    ...ordered.map((step, index) => `{ cell: ${step.last ? "null" : step.cell}, rests: ${JSON.stringify(rests([...step.mentions], index))}, run() { ${step.run(text)} }, values: () => [${[...step.declares].join(", ")}] },`),
    `], {`,
    ...exported.map(({ local, exported: { name } }) => `${JSON.stringify(name)}: { rests: ${JSON.stringify(rests([local.name]))}, value: () => ${local.name} },`),
    `});`,
    `}`,
  ].join("\n");
}

interface Step {
  cell: number;
  declares: ReadonlySet<string>;
  mentions: ReadonlySet<string>;
  run(text: (node: Node) => string): string;
  /** A group of sentences. */
  last: boolean;
}

/** Each name that is taken from another chapter. */
function imported(statements: readonly Statement[]): Step[] {
  return statements.flatMap(({ from, imports }) => from === null ? [] : imports.map(({ imported: name, local }) => ({ cell: 0, declares: new Set([local]), mentions: new Set<string>(), run: () => `${local} = $.from(${JSON.stringify(from)}, ${JSON.stringify(name)});`, last: false })));
}

/** Statements by cell; those between the definition of something and the last that changes it are one step. */
function together(statements: readonly Statement[]): Step[] {
  const steps: Step[] = [];
  let cell = 0;
  for (let index = 0; index < statements.length; index++) {
    const statement = statements[index]!;
    if (statement.mark) cell = markedCell(statement.node) ?? cell;
    else if (isSaying(statement.node)) steps.push(stepOf([statement], cell, true));
    else {
      const end = lastChange(statements, index);
      const group = statements.slice(index, end + 1);
      steps.push(stepOf(group.filter(({ node }) => !isSaying(node)), cell, false), ...group.filter(({ node }) => isSaying(node)).map((one) => stepOf([one], cell, true)));
      for (const { node } of group) cell = markedCell(node) ?? cell;
      index = end;
    }
  }
  return steps;
}

function stepOf(group: readonly Statement[], cell: number, last: boolean): Step {
  return {
    cell,
    declares: new Set(group.flatMap(({ declares }) => [...declares])),
    mentions: new Set(group.flatMap(({ mentions }) => [...mentions])),
    run: (text) => group.map(({ node }) => assigning(node, text)).join(" "),
    last,
  };
}

/** The last statement that changes what the one at this place declares, or what those between declare. */
function lastChange(statements: readonly Statement[], at: number): number {
  let end = at;
  for (let index = at; index <= end; index++) {
    const { declares } = statements[index]!;
    end = Math.max(end, statements.findLastIndex(({ changes }, other) => other > index && [...changes].some((name) => declares.has(name))));
  }
  return end;
}

/** `const { a } = b;` → `({ a } = b);` */
function assigning(node: Node, text: (node: Node) => string): string {
  if (node.type === "ClassDeclaration") return `${(node.id as { name: string }).name} = ${text(node)};`;
  if (node.type !== "VariableDeclaration") return text(node);
  return (node.declarations as { id: Node; init: Node | null }[]).map(({ id, init }) => `(${text(id)} = ${init ? text(init) : "undefined"});`).join(" ");
}

/** The places of the steps that names rest on, without the step that asks. */
function restsOf(steps: readonly Step[], functions: readonly Statement[]): (names: readonly string[], asking?: number) => number[] {
  const declaring = new Map(steps.flatMap(({ declares }, index) => [...declares].map((name) => [name, index] as const)));
  const closures = new Map(functions.flatMap(({ declares, mentions }) => [...declares].map((name) => [name, mentions] as const)));
  return (names, asking) => {
    const met = new Set(names);
    for (const name of met) for (const further of closures.get(name) ?? []) met.add(further);
    return [...new Set([...met].map((name) => declaring.get(name)).filter((index) => index !== undefined && index !== asking))].sort((a, b) => a! - b!) as number[];
  };
}

/** `function f() {}` or `const f = () => …`: it reads the names of the chapter only when it is called. */
function isFunction({ type, kind, declarations }: Node): boolean {
  return type === "FunctionDeclaration" || (kind === "const" && (declarations as { init: Node }[]).every(({ init }) => /^(?:Arrow)?Function(?:Expression)?$/.test(init.type)));
}

function isSaying(node: Node): boolean {
  return markCalled(node) === "say";
}

/** `$.cell(3)` */
function markedCell(node: Node): number | undefined {
  return markCalled(node) === "cell" ? ((node.expression as { arguments: { value: number }[] }).arguments[0]!.value) : undefined;
}
