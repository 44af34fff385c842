import type { Outside } from "../glossary.ts";
import { outsideOf } from "./outside.ts";
import { currentCell, type Recorder } from "./recorder.ts";
import { citing, type SourceText } from "./cite.ts";
import type { CheckedValue, Expectation } from "./expectation.ts";

/** A declared discrepancy: it fails as soon as it agrees, leaves its window, or is of another size than declared. */
export interface Known {
  category: "rounded by the source" | "misprint" | "other convention" | "not reproducible" | "our reading";
  reason: string;
  /** The recomputed value lies between these. */
  window: readonly [low: number, high: number];
  /** Recomputed over expected, to four digits; wanted wherever one number is expected, so that no digit of the print can change unseen. */
  ratio?: number;
}

export interface CheckAbout {
  source: SourceText;
  slide?: number;
  known?: Known;
  /** How far outside the runs of its law the value lies. */
  outside?: Outside;
}

/** Holds what the chapter computes against what its source prints. */
export type CheckWord = (claim: string, value: CheckedValue, expectation: Expectation, about: CheckAbout) => void;

export function checkFor(recorder: Recorder): CheckWord {
  return function check(claim, value, expectation, { source, slide, known, outside }) {
    const cell = currentCell(recorder, "check");
    if (known && !(known.window[0] <= known.window[1])) throw new Error(`the window of a known discrepancy is [low, high]: ${known.window.join(", ")}`);
    if (known && known.ratio === undefined && expectation.target && typeof value === "number") {
      throw new Error(`a known discrepancy says how large it is, recomputed over expected: ratio: ${Number((value / expectation.target).toPrecision(4))}`);
    }
    recorder.outputs.push({ kind: "check", cell, check: recorder.checks.length, site: null });
    recorder.checks.push({ claim, value, expectation, source: String(source), cites: citing(source), slide: slide ?? null, outside: outsideOf(outside), known: known ?? null, reason: null, site: recorder.siteOf(check) });
  };
}

export interface NotComputableAbout {
  source: SourceText;
  slide?: number;
  reason: string;
}

/** A claim that nothing here can recompute, with the reason. */
export type NotComputable = (claim: string, about: NotComputableAbout) => void;

export function notComputableFor(recorder: Recorder): NotComputable {
  return function notComputable(claim, { source, slide, reason }) {
    const cell = currentCell(recorder, "notComputable");
    recorder.outputs.push({ kind: "check", cell, check: recorder.checks.length, site: null });
    recorder.checks.push({ claim, value: null, expectation: null, source: String(source), cites: citing(source), slide: slide ?? null, outside: null, known: null, reason, site: recorder.siteOf(notComputable) });
  };
}
