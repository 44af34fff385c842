import { callSite, currentCell, type Recorder } from "./recorder.ts";

/** Text, or a function that is called after the run, when every value is known. */
export type Later = string | (() => string);

/** Puts a chart on the page; `says` is the sentence for those who do not see it, with a computed value in it. */
export type FigureWord = (id: string, caption: Later, spec: object, about: { says: Later }) => void;

export function figureFor(recorder: Recorder): FigureWord {
  return function figure(id, caption, spec, about) {
    const cell = currentCell(recorder, "figure");
    if (!about?.says) throw new Error(`the figure ${id} says nothing to those who do not see it: { says: … }`);
    const put = { kind: "figure" as const, cell, id, caption: "", says: "", spec: { ...spec }, site: callSite(figure) };
    recorder.outputs.push(put);
    recorder.later.push(() => {
      put.caption = called(caption);
      put.says = called(about.says);
      if (!/\d/.test(put.says)) throw new Error(`what the figure ${id} says has no computed value in it: ${put.says}`);
    });
  };
}

export function called(text: Later): string {
  return typeof text === "function" ? text() : text;
}
