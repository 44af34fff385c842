import type { Chapter } from "../glossary.ts";
import { weave } from "./weave.ts";
import { statementOf, type Statement } from "./statements.ts";
import { syntaxOf, type Node } from "./syntax.ts";

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

function rests({ declares, changes }: Statement, names: ReadonlySet<string>): boolean {
  return [...declares, ...changes].some((name) => names.has(name));
}

/** One name of an import, with the comma behind it. */
function blankSpecifier(code: string, { start, end }: Node): string {
  return blank(code, { start, end: end + (/^\s*,/.exec(code.slice(end))?.[0].length ?? 0) } as Node);
}

function blank(code: string, { start, end }: Node): string {
  return code.slice(0, start) + code.slice(start, end).replace(/[^\n]/g, " ") + code.slice(end);
}
