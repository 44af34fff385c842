import type { Check } from "../glossary.ts";
import type { ReportedChapter } from "../run/run-report.ts";
import type { AcceptedDiscrepancy, ChapterLock } from "./lock-file.ts";

/** How `accept` is called, for the sentences that ask for it. */
export const howToAccept = 'npm run report -- accept --reason "…"';

/** The known discrepancies of a chapter that its lock does not list, or lists as declared otherwise. */
export function unaccepted({ run }: ReportedChapter, lock: ChapterLock | undefined): Check[] {
  return (run?.checks ?? []).filter((check) => check.verdict === "known discrepancy" && !lock?.known.some((one) => isAccepted(check, one)));
}

function isAccepted({ claim, printed, category, window }: Check, accepted: AcceptedDiscrepancy): boolean {
  return accepted.claim === claim && accepted.printed === printed && accepted.category === category && accepted.window[0] === window![0] && accepted.window[1] === window![1];
}

/** The chapter, with discrepancies that nobody accepted counted as what they are: the list shrinks freely and grows only by `accept`. */
export function heldToList<Chapter extends ReportedChapter>(chapter: Chapter, lock: ChapterLock | undefined): Chapter {
  const refused = new Set(unaccepted(chapter, lock));
  if (refused.size === 0) return chapter;
  const why = (claim: string): string => (lock?.known.some((one) => one.claim === claim) ? "this known discrepancy is declared otherwise than it was accepted" : "this discrepancy is not in the list of the known ones");
  const checks = chapter.run!.checks.map((check): Check => (refused.has(check) ? { ...check, verdict: "disagrees", reason: `${why(check.claim)}; if it is right: ${howToAccept}` } : check));
  return { ...chapter, run: { ...chapter.run!, checks } };
}

/** What the list of a chapter becomes: reasons that were given before are kept. */
export function listOfKnown({ run }: ReportedChapter, lock: ChapterLock | undefined, reason: string): ChapterLock["known"] {
  return run!.checks
    .filter(({ verdict }) => verdict === "known discrepancy")
    .map((check) => {
      const before = lock?.known.find((one) => isAccepted(check, one));
      return { claim: check.claim, printed: check.printed!, category: check.category!, window: check.window!, accepted: before?.accepted ?? reason };
    });
}
