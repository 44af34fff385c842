/** Whether two runs say the same, as a page shows it. */
import type { Check, Figure, Sentence, Table } from "../../glossary.ts";

export function sameSentence(one: Sentence | undefined, other: Sentence | undefined): boolean {
  return one === other || (one?.text === other?.text && one?.exact === other?.exact && one?.outside?.decades === other?.outside?.decades);
}

export function sameTable(one: Table, other: Table): boolean {
  return one.caption === other.caption && one.rows.length === other.rows.length && one.columns.join("\n") === other.columns.join("\n") && one.rows.every((row, index) => row.every((cell, column) => sameSentence(cell, other.rows[index]![column])));
}

export function sameFigureWords(one: Figure, other: Figure): boolean {
  return one.caption === other.caption && one.says === other.says;
}

export function sameCheck(one: Check, other: Check): boolean {
  return one === other || (Object.is(one.value, other.value) && one.verdict === other.verdict && one.claim === other.claim && one.printed === other.printed && one.outside?.decades === other.outside?.decades);
}
