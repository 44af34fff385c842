import { currentCell, type Recorder } from "./recorder.ts";
import { called, type Later } from "./figure.ts";
import { sentence, type Sayable } from "./sentence.ts";

/** Puts a table on the page: a row is an object, its keys are the columns. */
export type TableWord = (id: string, caption: Later, rows: readonly Readonly<Record<string, Sayable>>[]) => void;

export function tableFor(recorder: Recorder): TableWord {
  return function table(id, caption, rows) {
    const cell = currentCell(recorder, "table");
    if (!rows[0]) throw new Error(`the table ${id} has no rows`);
    const columns = Object.keys(rows[0]);
    const written = rows.map((row) => columns.map((column) => sentence(row[column] ?? "")));
    const put = { kind: "table" as const, cell, id, caption: "", columns, rows: written, site: recorder.siteOf(table) };
    recorder.outputs.push(put);
    recorder.later.push(() => (put.caption = called(caption)));
  };
}
