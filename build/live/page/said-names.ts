/** Names by which a place of the page and the step that says what it shows find each other. */
import type { Output } from "../../glossary.ts";

export function nameOfSentence(id: number): string {
  return `sentence ${id}`;
}

/** The claims of a cell are shown together and have one name. */
export function nameOfOutput(output: Output): string {
  return output.kind === "check" ? `claims ${output.cell}` : `${output.kind} ${output.id}`;
}
