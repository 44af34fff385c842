import { runReport, type Report, type Request } from "../run/run-report.ts";
import { heldToList } from "./known.ts";
import { readLocks, type ChapterLock } from "./lock-file.ts";

type Locks = ReadonlyMap<string, ChapterLock> | null;

/** A report whose known discrepancies are held to the list of those that were accepted, and its locks, where it has any. */
export interface HeldReport {
  report: Report;
  locks: Locks;
}

export async function heldReport({ progress, ...request }: Request): Promise<HeldReport> {
  const locks = readLocks(request.root);
  return hold(await runReport({ ...request, ...(progress && { progress: (chapter) => progress(held(chapter, locks)) }) }), locks);
}

/** The same of a report that has run. */
export function hold(report: Report, locks: Locks): HeldReport {
  return { report: { ...report, chapters: report.chapters.map((chapter) => held(chapter, locks)) }, locks };
}

function held(chapter: Report["chapters"][number], locks: Locks): Report["chapters"][number] {
  return locks ? heldToList(chapter, locks.get(chapter.name)) : chapter;
}
