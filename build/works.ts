import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Source } from "./glossary.ts";
import { fieldsOf, YamlFile } from "./read/yaml-file.ts";

const file = "chapters/sources.yaml";

/** The works that chapters cite, by key. */
export function readWorks(root: string): Record<string, Source> {
  const path = join(root, file);
  if (!existsSync(path)) return {};
  const yaml = new YamlFile(file, readFileSync(path, "utf8"), "the sources are");
  return Object.fromEntries(
    yaml.entries(yaml.root).map(({ key, at, value }) => {
      const work = fieldsOf(value) as Partial<Source>;
      const missing = (["short", "title", "authors", "year", "url"] as const).find((field) => !work[field]);
      if (missing) throw yaml.problem(at, `the work ${key} wants ${missing}`);
      return [key, { ...work, key } as Source];
    }),
  );
}
