import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isMap, LineCounter, parseDocument } from "yaml";
import type { Source } from "./glossary.ts";
import { Problem } from "./problem.ts";

const file = "chapters/sources.yaml";

/** The works that chapters cite, by key. */
export function readWorks(root: string): Record<string, Source> {
  const path = join(root, file);
  if (!existsSync(path)) return {};
  const counter = new LineCounter();
  const document = parseDocument(readFileSync(path, "utf8"), { lineCounter: counter, prettyErrors: false });
  const at = (offset: number): { line: number; column: number } => {
    const { line, col } = counter.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const [error] = document.errors;
  if (error) throw new Problem(file, at(error.pos[0]), `the sources are no YAML: ${error.message}`);
  const items = isMap(document.contents) ? document.contents.items : [];
  return Object.fromEntries(
    items.map(({ key, value }) => {
      const name = String(key);
      const work = (isMap(value) ? value.toJSON() : {}) as Partial<Source>;
      const missing = (["short", "title", "authors", "year", "url"] as const).find((field) => !work[field]);
      if (missing) throw new Problem(file, at((key as { range?: number[] }).range?.[0] ?? 0), `the work ${name} wants ${missing}`);
      return [name, { ...work, key: name } as Source];
    }),
  );
}
