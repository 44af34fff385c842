import type { Check, Difference } from "../glossary.ts";
import type { RecordedCheck } from "./recorder.ts";

/** The verdict on a check; `not compared` is given later, where a run under overrides has moved it. */
export function judge({ claim, value, expectation, source, cites, slide, outside, known, reason }: RecordedCheck): Omit<Check, "line" | "column"> {
  const said = { claim, value, source, cites, slide, outside, difference: differenceOf(value, expectation), category: known?.category ?? null, window: known?.window ?? null };
  if (!expectation || value === null) return { ...said, printed: null, rule: null, recomputed: null, verdict: "not computable", reason };
  const compared = { ...said, printed: expectation.text, rule: expectation.rule, recomputed: expectation.write(value) };
  const agrees = expectation.agrees(value);
  if (!known) return { ...compared, verdict: agrees ? "agrees" : "disagrees", reason: null };
  const [low, high] = known.window;
  if (agrees) return { ...compared, verdict: "disagrees", reason: "the known discrepancy no longer exists: the value agrees" };
  if (!(typeof value === "number" && value >= low && value <= high)) return { ...compared, verdict: "disagrees", reason: `the known discrepancy left its window, ${low} to ${high}` };
  if (otherSize(value, expectation.target, known.ratio)) {
    return { ...compared, verdict: "disagrees", reason: `the known discrepancy is of another size: recomputed over expected is not ${known.ratio}` };
  }
  return { ...compared, verdict: "known discrepancy", reason: known.reason };
}

function differenceOf(value: RecordedCheck["value"], expectation: RecordedCheck["expectation"]): Difference {
  if (typeof value !== "number" || !Number.isFinite(value) || !expectation) return { relative: null, digits: null };
  const { target, digits } = expectation;
  return { relative: target ? value / target - 1 : null, digits: digits?.(value) ?? null };
}

/** The declared ratio has four digits. */
function otherSize(value: number, target: number | null, ratio: number | undefined): boolean {
  return target !== null && ratio !== undefined && !(Math.abs(value / target / ratio - 1) <= 5e-4);
}
