import { isMap, isScalar, LineCounter, parseDocument, type YAMLMap } from "yaml";
import type { Place } from "../glossary.ts";
import { Problem } from "../problem.ts";

/** A key of a map, where it stands, and what it has. */
export interface Entry {
  key: string;
  at: Place;
  value: unknown;
}

/** A YAML text whose keys have places in the file that it stands in, from a line of that file on. */
export class YamlFile {
  readonly #file: string;
  readonly #first: number;
  readonly #counter = new LineCounter();
  readonly root: YAMLMap | undefined;
  readonly data: unknown;

  /** `named`: what the text is called where it is no YAML. */
  constructor(file: string, text: string, named: string, first = 1) {
    this.#file = file;
    this.#first = first;
    const document = parseDocument(text, { lineCounter: this.#counter, prettyErrors: false });
    const error = document.errors[0];
    if (error) throw this.problem(this.#place(error.pos[0]), `${named} no YAML: ${error.message}`);
    this.data = document.toJSON() ?? {};
    if (document.contents !== null && !isMap(document.contents)) throw this.problem({ line: first, column: 1 }, `${named} keys with values`);
    this.root = isMap(document.contents) ? document.contents : undefined;
  }

  entries(map: unknown): Entry[] {
    if (!isMap(map)) return [];
    return map.items.map(({ key, value }) => ({ key: String(isScalar(key) ? key.value : key), at: this.#place((key as { range?: number[] })?.range?.[0] ?? 0), value }));
  }

  placeOf(key: string): Place {
    return this.entries(this.root).find((entry) => entry.key === key)?.at ?? { line: 1, column: 1 };
  }

  problem(at: Place, message: string): Problem {
    return new Problem(this.#file, at, message);
  }

  #place(offset: number): Place {
    const { line, col } = this.#counter.linePos(offset);
    return { line: Math.max(1, line) + this.#first - 1, column: Math.max(1, col) };
  }
}

/** What a value of a map is as data; nothing where it is no map itself. */
export function fieldsOf(value: unknown): Record<string, unknown> {
  return isMap(value) ? (value.toJSON() as Record<string, unknown>) : {};
}

/** A value that is a number or a text, as it was typed; nothing where it is another. */
export function typed(value: unknown): string | undefined {
  if (!isScalar(value)) return undefined;
  if (typeof value.value === "number") return value.source ?? String(value.value);
  return typeof value.value === "string" ? value.value : undefined;
}
