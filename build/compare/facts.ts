import type { Chapter, Check, Figure, Place, Run, Sentence, Table } from "../glossary.ts";
import { plain } from "../run/plain.ts";
import { leaves, written, type Plain } from "./numbers.ts";

export type Kind = "value" | "sentence" | "table" | "check" | "figure";
export const kinds: readonly Kind[] = ["value", "sentence", "table", "check", "figure"];

/** Something that a chapter says and that another run of it may say otherwise. */
export interface Fact extends Place {
  kind: Kind;
  chapter: string;
  file: string;
  /** By which it is found again in another run. */
  key: string;
  /** The name, the claim, the id or the code by which a reader finds it. */
  name: string;
  label: string;
  unit: string | null;
  value: Plain;
  text: string;
  /** The text with what else may tell two facts of one value apart. */
  whole: string;
  /** All of it that matters: two facts are the same where this is. */
  state: string;
  /** A word or a yes or no, by which the chapter answers something. */
  conclusion: boolean;
  /** The numbers in it, in their order. */
  numbers: number[];
  figure: Figure | null;
}

/** A chapter that was read and run. */
export interface RunChapter {
  name: string;
  file: string;
  chapter: Chapter;
  run: Run;
}

/**
 * All that a chapter says in numbers, in words that it reckons and in pictures. Claims and the cells of tables are found again by their
 * place where the text of the chapter is the same in both runs, since their words may be reckoned; else by their words.
 */
export function factsOf(one: RunChapter, sameText: boolean): Fact[] {
  const { run: { outputs, checks } } = one;
  return occurring([
    ...valueFacts(one),
    ...sentenceFacts(one),
    ...outputs.flatMap((output) => (output.kind === "table" ? tableFacts(one, output, sameText) : [])),
    ...checks.map((check) => checkFact(one, check, sameText)),
    ...outputs.flatMap((output) => (output.kind === "figure" ? [figureFact(one, output)] : [])),
  ]);
}

/** Facts of one key are told apart by their occurrence. */
function occurring(facts: readonly Fact[]): Fact[] {
  const seen = new Map<string, number>();
  return facts.map((fact) => {
    const key = `${fact.kind} ${fact.chapter} ${fact.key}`;
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return { ...fact, key: `${key}#${count}` };
  });
}

function fact({ name: chapter, file }: RunChapter, { line, column }: Place, kind: Kind, told: Pick<Fact, "key" | "name" | "text" | "value"> & Partial<Fact>): Fact {
  const numbers = typeof told.value === "number" ? [told.value] : [];
  return { kind, chapter, file, line, column, label: "", unit: null, whole: told.text, state: String(told.value), conclusion: false, numbers, figure: null, ...told };
}

/** Exported values; of an object, each number or word in it. */
function valueFacts(one: RunChapter): Fact[] {
  const { chapter: { exports, front }, run: { values } } = one;
  return exports.filter(({ name }) => Object.hasOwn(values, name)).flatMap((place) => {
    const { unit, label = "" } = front.values[place.name] ?? {};
    return leaves(values[place.name]).map(({ path, value }) => {
      const name = place.name + path;
      return fact(one, place, "value", { key: name, name, label, unit: unit ?? null, value, text: written(value, unit), conclusion: unit === undefined && typeof value !== "number" && value !== null });
    });
  });
}

/** What expressions in prose became, found again by their code. */
function sentenceFacts(one: RunChapter): Fact[] {
  const { chapter: { expressions }, run: { sentences } } = one;
  return expressions.flatMap(({ id, pieces }) => {
    const said = sentences[id];
    const code = pieces.map((piece) => piece.code).join(" ").trim();
    return said ? [fact(one, pieces[0]!, "sentence", { key: code, name: shown(code), ...saidBy(said), conclusion: isWord(said) })] : [];
  });
}

function saidBy(said: Sentence): Pick<Fact, "value" | "text"> {
  return { value: said.exact === null ? said.text : (plain(Number(said.exact)) as Plain), text: said.text };
}

/** Words that were chosen by a cell, such as above or below, and no number, name with a number, citation or literal. */
function isWord({ exact, cites, reason, text }: Sentence): boolean {
  return exact === null && cites === null && reason === null && /^\D+$/.test(text);
}

/** What `show(…)` writes: its first argument. */
function shown(code: string): string {
  return code.replace(/^show\((.*?)(, \{[^{}]*\})?\)$/s, "$1");
}

/** The cells of a table. A row is known by its first cell where no two have the same. */
function tableFacts(one: RunChapter, table: Table, sameText: boolean): Fact[] {
  const firsts = table.rows.map(([first]) => first!.text);
  const byName = !sameText && new Set(firsts).size === firsts.length && table.rows.every(([first]) => first!.exact === null);
  return table.rows.flatMap((row, index) =>
    row.map((cell, column) => {
      const [rowKey, columnKey] = [byName ? firsts[index] : index, sameText ? column : table.columns[column]];
      return fact(one, table, "table", { key: `${table.id} ${rowKey} ${columnKey}`, name: `${table.id}: ${firsts[index]}, ${table.columns[column]}`, ...saidBy(cell) });
    }),
  );
}

function checkFact(one: RunChapter, check: Check, sameText: boolean): Fact {
  const { claim, line, column, value, printed, recomputed, verdict } = check;
  return fact(one, check, "check", {
    key: sameText ? `${line}:${column}` : claim, name: claim, label: printed === null ? "" : `printed ${printed}`, value: plain(value) as Plain, text: recomputed ?? verdict,
    whole: `${recomputed ?? "no value"}, ${verdict}${printed === null ? "" : ` with ${printed}`}`, state: JSON.stringify([String(value), printed, verdict]), numbers: typeof value === "number" ? [value] : [],
  });
}

function figureFact(one: RunChapter, figure: Figure): Fact {
  const { id, caption, says, spec } = figure;
  return fact(one, figure, "figure", {
    key: id, name: id, value: says, text: says, state: JSON.stringify([caption, says, spec]), figure,
    numbers: leaves(spec).flatMap(({ value }) => (typeof value === "number" ? [value] : [])),
  });
}
