import { currentCell, type Recorder } from "./recorder.ts";

/** Text, or a function that is called after the run, when every value is known. */
export type Later = string | (() => string);

/** A Vega-Lite specification, or a function that is called after the run: in a browser only when the chart is drawn. */
export type Drawn = object | (() => object);

/** Puts a chart on the page; `says` is the sentence for those who do not see it, with a computed value in it. */
export type FigureWord = (id: string, caption: Later, spec: Drawn, about: { says: Later }) => void;

export function figureFor(recorder: Recorder): FigureWord {
  return function figure(id, caption, spec, about) {
    const cell = currentCell(recorder, "figure");
    if (!about?.says) throw new Error(`the figure ${id} says nothing to those who do not see it: { says: … }`);
    const put = { kind: "figure" as const, cell, id, caption: "", says: "", spec: once(() => ({ ...(typeof spec === "function" ? (spec as () => object)() : spec) })), site: recorder.siteOf(figure) };
    recorder.outputs.push(put);
    recorder.later.push(() => {
      if (!recorder.drawingLater) put.spec();
      put.caption = called(caption);
      put.says = called(about.says);
      if (!/\d/.test(put.says)) throw new Error(`what the figure ${id} says has no computed value in it: ${put.says}`);
    });
  };
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

export function called(text: Later): string {
  return typeof text === "function" ? text() : text;
}
