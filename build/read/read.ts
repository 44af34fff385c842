import type { Chapter, Export, Import } from "../glossary.ts";
import { Problem } from "../problem.ts";
import { readCells } from "./cells.ts";
import { holdsExpression, readExpressions } from "./expressions.ts";
import { frontMatter } from "./front-matter.ts";
import { chapterMarkdown } from "./markdown.ts";
import { readModule } from "./modules.ts";

/** Text → Chapter. Throws a Problem at its place for everything that Markdown cannot mean here. */
export function read(file: string, text: string): Chapter {
  const lines = normal(text).split("\n");
  const name = file.replace(/^.*\//, "").replace(/\.md$/, "");
  const { front, height } = frontMatter(file, lines);
  const body = lines.map((line, index) => (index < height ? "" : line));
  const environment = { references: {} };
  const tokens = chapterMarkdown().parse(body.join("\n"), environment);
  refuseReferences(file, environment.references, body);
  const cells = readCells(file, tokens, body);
  const expressions = readExpressions(file, tokens, body);
  const modules = cells.map((cell) => readModule(file, cell));
  const imports: Import[] = modules.flatMap((module) => module.imports);
  const exports: Export[] = modules.flatMap((module) => module.exports);
  refuseUnitsOfNothing(file, front.values, exports);
  return { name, number: Number.parseInt(name, 10), file, lines, front, tokens, cells, expressions, imports, exports };
}

/** Line ends are `\n` and a byte order mark is dropped, as markdown-it does; columns stay as they are. */
function normal(text: string): string {
  return text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n").replaceAll("\0", "\uFFFD");
}

function refuseReferences(file: string, references: Record<string, { href?: string }>, lines: readonly string[]): void {
  if (!Object.values(references).some(({ href }) => holdsExpression(href ?? ""))) return;
  const line = lines.findIndex((text) => /^\s*\[[^\]]+\]:.*\$\{/.test(text));
  throw new Problem(file, { line: line + 1, column: Math.max(0, lines[line]?.indexOf("${") ?? 0) + 1 }, "an expression in the target of a link is not filled: write it in the text");
}

function refuseUnitsOfNothing(file: string, units: Chapter["front"]["values"], exports: readonly Export[]): void {
  for (const [name, { line, column, outside }] of Object.entries(units)) {
    if (!exports.some((one) => one.name === name)) throw new Problem(file, { line, column }, `the front matter gives ${name} a unit, but no cell exports it`);
    if (outside !== undefined && !exports.some((one) => one.name === outside)) throw new Problem(file, { line, column }, `how far ${name} lies outside is said by ${outside}, but no cell exports that`);
  }
}
