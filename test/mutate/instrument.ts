import MagicString from "magic-string";
import { bare, branches, type Constant, constantObjects, isTree, literals, type Node, numbersOf } from "./constants.ts";
import { step } from "./step.ts";

/**
 * The same module, in which every number of a constant object is a getter that asks the mutation what to say: so
 * one evaluation of the module serves every mutant, and it is known which test reads which number.
 */
export function instrument(file: string, text: string, runtime: string): { code: string; constants: Constant[] } {
  const out = new MagicString(text);
  const objects = constantObjects(file, text);
  const constants = objects.flatMap((object) => numbersOf(object, file, text));
  const known = new Map(constants.map((constant) => [constant.start, constant]));
  for (const { value } of objects) rewrite(value, out, text, known);
  out.append(`\nimport { listed as $listed, merged as $merged, said as $said } from ${JSON.stringify(runtime)};\n`);
  return { code: constants.length ? out.toString() : text, constants };
}

function rewrite(tree: Node, out: MagicString, text: string, known: Map<number, Constant>): void {
  const inner = branches(tree);
  for (const { node } of inner) {
    if (isTree(node)) rewrite(node, out, text, known);
    else for (const literal of literals(node)) sayInstead(literal, out, known);
  }
  if (tree.type === "ArrayExpression") thunks(tree, out);
  else {
    for (const { property, node } of inner) if (!isTree(node) && node.type !== "Literal" || literals(node).length > 0 && !isTree(node)) getter(property, out);
    spreads(tree, out, text);
  }
}

/** 0.076 becomes $said("…", 0.076, 0.001). */
function sayInstead({ start, end }: Node, out: MagicString, known: Map<number, Constant>): void {
  const { id, raw } = known.get(start)!;
  out.overwrite(start, end, `$said(${JSON.stringify(id)}, ${raw}, ${step(raw)})`);
}

/** `key: value` becomes `get key() { return value }`, so that it is evaluated when it is read. */
function getter(property: Node, out: MagicString): void {
  const [key, value] = [property.key as Node, property.value as Node];
  out.prependRight(key.start, "get ");
  out.overwrite(key.end, value.start, "() { return ");
  out.appendRight(value.end, " }");
}

/** `[1, 2]` becomes `$listed([() => 1, () => 2])`; a list of objects, or with a spread in it, is left as it is. */
function thunks(tree: Node, out: MagicString): void {
  const elements = tree.elements as Node[];
  if (elements.every((element) => isTree(bare(element))) || elements.some(({ type }) => type === "SpreadElement")) return;
  out.appendLeft(tree.start, "$listed(");
  for (const element of elements) {
    out.prependRight(element.start, "() => (");
    out.appendLeft(element.end, ")");
  }
  out.appendRight(tree.end, ")");
}

/** `{ a, ...b, c }` becomes `$merged({ a, }, b, { c })`, which keeps getters where a spread would read them. */
function spreads(tree: Node, out: MagicString, text: string): void {
  const properties = tree.properties as Node[];
  if (!properties.some(({ type }) => type === "SpreadElement")) return;
  out.prependLeft(tree.start, "$merged(");
  properties.forEach((property, i) => {
    if (property.type !== "SpreadElement") return;
    const argument = property.argument as Node;
    const next = properties[i + 1]?.start ?? tree.end - 1;
    out.overwrite(property.start, argument.start, "}, ");
    out.overwrite(property.end, next, `, { ${text.slice(property.end, next).replace(",", "")}`);
  });
  out.appendRight(tree.end, ")");
}
