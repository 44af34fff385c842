import type { Place } from "../glossary.ts";
import type { ReportedChapter } from "../run/run-report.ts";
import { show } from "../words/show.ts";
import type { ChapterLock } from "./lock-file.ts";
import { layoutOf, snapshot, type Leaf, type Taken } from "./snapshot.ts";

/** Something that is not as it was accepted. Numbers that moved are told apart from pictures that are only drawn differently. */
export interface Drift extends Place {
  chapter: string;
  file: string;
  name: string;
  kind: "moved" | "new" | "gone" | "redrawn";
  /** Relative, of the number that moved most; infinite where there is no number on one side. */
  size: number;
  /** What was and what is. */
  said: string;
}

/** Numbers are compared to this relative difference, or to the precision that the chapter states of its fits and searches. */
export const closedForm = 1e-12;

/** What floating point leaves of zero, of numbers of the order of one. */
const nothing = 1e-15;

/** What of a chapter is not as its lock has it, largest first. */
export function driftOf(reported: ReportedChapter, lock: ChapterLock | undefined): Drift[] {
  const { name: chapter, file } = reported;
  const precision = reported.chapter!.front.precision ?? closedForm;
  const now = snapshot(reported);
  const before = new Map(Object.entries(lock?.numbers ?? {}));
  const drift = (name: string, kind: Drift["kind"], size: number, said: string, { line, column }: Place): Drift => ({ chapter, file, name, kind, size, said, line, column });
  const found: Drift[] = [];
  for (const [name, taken] of now) {
    const was = before.get(name);
    const isLayout = name.endsWith(`: ${layoutOf}`);
    if (!was) found.push(drift(name, "new", Number.POSITIVE_INFINITY, `is new: ${few(taken.is, taken)}`, taken));
    else if (isLayout) {
      if (was[0] !== taken.is[0]) found.push(drift(name, "redrawn", 0, "is laid out differently", taken));
    } else {
      const moved = largest(was, taken.is, precision);
      if (moved) found.push(drift(name, "moved", moved.size, told(moved, was, taken), taken));
    }
  }
  for (const [name, was] of before) if (!now.has(name)) found.push(drift(name, "gone", Number.POSITIVE_INFINITY, `is gone: it was ${few(was)}`, { line: 1, column: 1 }));
  return bySize(found);
}

/** Numbers before pictures, what moved before what came and went, largest first. */
export function bySize(drifts: readonly Drift[]): Drift[] {
  const rank: Drift["kind"][] = ["moved", "gone", "new", "redrawn"];
  return [...drifts].sort((a, b) => rank.indexOf(a.kind) - rank.indexOf(b.kind) || (b.size === a.size ? 0 : b.size - a.size));
}

interface Moved {
  index: number;
  size: number;
}

/** The leaf that moved most, if one did. */
function largest(was: readonly Leaf[], is: readonly Leaf[], precision: number): Moved | null {
  if (was.length !== is.length) return { index: -1, size: Number.POSITIVE_INFINITY };
  const sizes = was.map((before, index) => ({ index, size: sizeOf(before, is[index]!, precision) }));
  return sizes.filter(({ size }) => size > 0).sort((a, b) => b.size - a.size)[0] ?? null;
}

/** The relative difference of two numbers, zero where it is within the precision; of anything else, infinite unless they are the same. */
function sizeOf(was: Leaf, is: Leaf, precision: number): number {
  if (was === is) return 0;
  if (typeof was !== "number" || typeof is !== "number") return Number.POSITIVE_INFINITY;
  const difference = Math.abs(is - was);
  const scale = Math.max(Math.abs(is), Math.abs(was));
  return difference <= precision * scale || difference <= nothing ? 0 : difference / scale;
}

function told({ index, size }: Moved, was: readonly Leaf[], taken: Taken): string {
  if (index < 0) return `has ${taken.is.length} numbers, it had ${was.length}`;
  const others = was.length > 1 ? `, number ${index + 1} of ${was.length}` : "";
  const by = Number.isFinite(size) ? ` (${show(size, { unit: "%", digits: 2 })})` : "";
  return `was ${written(was[index]!)}, is ${written(taken.is[index]!, taken)}${by}${others}`;
}

function few(leaves: readonly Leaf[], { unit }: { unit: string } = { unit: "" }): string {
  const first = leaves.slice(0, 3).map((one) => written(one, { unit }));
  return leaves.length > 3 ? `${first.join(", ")} and ${leaves.length - 3} more` : first.join(", ");
}

/** In full, since what moved may be the last digit. */
function written(leaf: Leaf, { unit }: { unit: string } = { unit: "" }): string {
  return unit && unit !== "1" ? `${String(leaf)} ${unit}` : String(leaf);
}
