import { driftOf } from "../lock/drift.ts";
import { listOfKnown, unaccepted } from "../lock/known.ts";
import { readLocks, removeLocks, writeLocks, type ChapterLock } from "../lock/lock-file.ts";
import { drawnBy, picturesOf } from "../lock/pictures.ts";
import { redrawn } from "../lock/redrawn.ts";
import { snapshot } from "../lock/snapshot.ts";
import { lint } from "../lint/lint.ts";
import { runReport, type ReportedChapter, type Request } from "../run/run-report.ts";
import { line } from "../tell/text.ts";
import { verification } from "../tell/verification.ts";
import { line as chapterLine } from "./line.ts";
import { sayProblems } from "./problems.ts";

/**
 * Accepts what moved and which discrepancies are known, with the reason, as the lock that `verify` compares with.
 * Exit 0; 1 where a claim disagrees and 2 where something could not run: neither can be accepted, and nothing is written.
 */
export async function accept(request: Request, reason: string): Promise<number> {
  const locks = readLocks(request.root) ?? new Map<string, ChapterLock>();
  const report = await runReport({ ...request, progress: (chapter) => console.log(chapterLine(chapter)) });
  const found = verification(report, { faults: lint(report), drifts: [], notes: [] });
  sayProblems(found);
  if (found.outcome === "could not run") return 2;
  if (found.outcome === "disagrees") {
    for (const finding of found.findings) console.log(line(finding));
    console.log("what disagrees cannot be accepted: correct it, or declare it at its check( as known, with category, reason, window and ratio");
    return 1;
  }
  const changed = new Map<string, ChapterLock>();
  const accepted: string[] = [];
  for (const chapter of report.chapters) {
    const before = locks.get(chapter.name);
    const news = await newsOf(chapter, before);
    for (const text of news) console.log(text);
    if (news.length > 0) accepted.push(chapter.name);
    if (news.length > 0 || isOutOfDate(chapter, before)) changed.set(chapter.name, await lockOf(chapter, before, news.length > 0 ? reason : before!.reason));
  }
  const gone = report.whole ? [...locks.keys()].filter((name) => !report.chapters.some((chapter) => chapter.name === name)) : [];
  writeLocks(request.root, changed);
  removeLocks(request.root, gone);
  for (const name of gone) console.log(`${name} is forgotten`);
  console.log(accepted.length === 0 ? "nothing moved: there was nothing to accept" : `accepted in ${accepted.join(", ")}: ${reason}`);
  return 0;
}

/** What is accepted, a line each. */
async function newsOf(chapter: ReportedChapter, before: ChapterLock | undefined): Promise<string[]> {
  const drifts = [...driftOf(chapter, before), ...(await redrawn(chapter, before))];
  const known = unaccepted(chapter, before).map((check) => `${chapter.file}:${check.line}:${check.column}: a known discrepancy, ${check.claim}: printed ${check.printed}, recomputed ${check.recomputed} (${check.category})`);
  const told = drifts.filter(({ kind }) => before || kind !== "new").map((drift) => `${drift.file}:${drift.line}:${drift.column}: ${drift.name} ${drift.said}`);
  return [...known, ...told, ...(before ? [] : [`${chapter.file}: ${snapshot(chapter).size} numbers and figures`])];
}

/** Discrepancies that are no longer declared leave the list, and pictures are those of today, without anything to accept. */
function isOutOfDate(chapter: ReportedChapter, before: ChapterLock | undefined): boolean {
  return before !== undefined && (before.drawnBy !== drawnBy() || before.known.length !== listOfKnown(chapter, before, "").length);
}

async function lockOf(chapter: ReportedChapter, before: ChapterLock | undefined, reason: string): Promise<ChapterLock> {
  const numbers = Object.fromEntries([...snapshot(chapter)].map(([name, { is }]) => [name, [...is]]));
  return { reason, known: listOfKnown(chapter, before, reason), drawnBy: drawnBy(), pictures: await picturesOf(chapter), numbers };
}
