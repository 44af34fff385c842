import { runReport, type Report, type Request } from "../run/run-report.ts";
import { heldToList } from "./known.ts";
import { readLocks, type ChapterLock } from "./lock-file.ts";

/** A report whose known discrepancies are held to the list of those that were accepted, and its locks, where it has any. */
export interface HeldReport {
  report: Report;
  locks: ReadonlyMap<string, ChapterLock> | null;
}

export async function heldReport({ progress, ...request }: Request): Promise<HeldReport> {
  const locks = readLocks(request.root);
  const held = (chapter: Report["chapters"][number]): Report["chapters"][number] => (locks ? heldToList(chapter, locks.get(chapter.name)) : chapter);
  const report = await runReport({ ...request, ...(progress && { progress: (chapter) => progress(held(chapter)) }) });
  return { report: { ...report, chapters: report.chapters.map(held) }, locks };
}
