import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Problem } from "../problem.ts";
import type { Leaf } from "./snapshot.ts";

/** Where the lock of a report is kept: a file for each chapter, committed. */
export const lockFolder = "chapters/lock";

/** What was accepted of one chapter, and why. */
export interface ChapterLock {
  /** The reason that was given when it was last written. */
  reason: string;
  /** The discrepancies that may be known. */
  known: AcceptedDiscrepancy[];
  /** The digest of each picture, by figure. */
  pictures: Record<string, string>;
  /** What drew them. */
  drawnBy: string;
  numbers: Record<string, Leaf[]>;
}

/** A discrepancy as it was declared when it was accepted: declared otherwise, it is another. */
export interface AcceptedDiscrepancy {
  claim: string;
  printed: string;
  category: string;
  window: readonly [low: number, high: number];
  /** Why it was accepted, as `accept` was told. */
  accepted: string;
}

/** The lock of each chapter by its name, or nothing where the report has no lock at all. */
export function readLocks(root: string): Map<string, ChapterLock> | null {
  const folder = join(root, lockFolder);
  if (!existsSync(folder)) return null;
  const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
  return new Map(names.map((name) => [name.slice(0, -".json".length), readLock(root, `${lockFolder}/${name}`)]));
}

function readLock(root: string, file: string): ChapterLock {
  const text = readFileSync(join(root, file), "utf8");
  try {
    const { reason, known, pictures, drawnBy, numbers } = JSON.parse(text) as ChapterLock;
    if (!Array.isArray(known) || ![pictures, numbers].every((map) => typeof map === "object" && map !== null)) throw new SyntaxError("it has no known, pictures and numbers");
    return { reason, known, pictures, drawnBy, numbers };
  } catch (error) {
    const [, offset] = /position (\d+)/.exec((error as Error).message) ?? [];
    const before = text.slice(0, Number(offset ?? 0)).split("\n");
    throw new Problem(file, { line: before.length, column: before.at(-1)!.length + 1 }, `this lock cannot be read (${(error as Error).message}): take it from the last commit, or delete it and accept its chapter anew`);
  }
}

/** Writes the locks of these chapters; each is whole before it takes the place of the one before. */
export function writeLocks(root: string, locks: ReadonlyMap<string, ChapterLock>): void {
  mkdirSync(join(root, lockFolder), { recursive: true });
  for (const [chapter, lock] of locks) {
    const file = join(root, lockFolder, `${chapter}.json`);
    writeFileSync(`${file}.new`, written(lock));
    renameSync(`${file}.new`, file);
  }
}

/** Forgets chapters that are gone. */
export function removeLocks(root: string, chapters: readonly string[]): void {
  for (const chapter of chapters) rmSync(join(root, lockFolder, `${chapter}.json`));
}

/** A name a line, so that the difference of two commits is read by name. */
function written({ reason, known, pictures, drawnBy, numbers }: ChapterLock): string {
  const map = (of: Record<string, unknown>): string => `{${Object.entries(of).map(([name, value]) => `\n    ${JSON.stringify(name)}: ${JSON.stringify(value)}`)}\n  }`;
  const fields = [["reason", JSON.stringify(reason)], ["known", `[${known.map((one) => `\n    ${JSON.stringify(one)}`)}\n  ]`], ["drawnBy", JSON.stringify(drawnBy)], ["pictures", map(pictures)], ["numbers", map(numbers)]];
  return `{${fields.map(([name, value]) => `\n  "${name}": ${value}`)}\n}\n`;
}
