import { called, type Later } from "./figure.ts";
import { currentCell, type Recorder } from "./recorder.ts";

/**
 * Puts a chart on the page of how an exported number hangs on what was assumed. The chapter only names it: being a
 * function of its assumptions, it is run under others by the generator, which draws what came out.
 */
export type SensitivityWord = (id: string, caption: Later, value: string) => void;

export function sensitivityFor(recorder: Recorder): SensitivityWord {
  return function sensitivity(id, caption, value) {
    const cell = currentCell(recorder, "sensitivity");
    const put = { kind: "figure" as const, cell, id, caption: "", says: "", spec: () => ({}), sensitivityOf: value, site: recorder.siteOf(sensitivity) };
    recorder.outputs.push(put);
    recorder.later.push(() => (put.caption = called(caption)));
  };
}
