import type { ReportedChapter } from "../run/run-report.ts";
import type { Drift } from "./drift.ts";
import type { ChapterLock } from "./lock-file.ts";
import { drawnBy, picturesOf } from "./pictures.ts";
import { layoutOf, snapshot } from "./snapshot.ts";

/**
 * The figures whose picture is another though neither their numbers nor their layout moved: another version of what draws
 * them did. As long as the same draws, the same comes out, and nothing is drawn to find that.
 */
export async function redrawn(chapter: ReportedChapter, lock: ChapterLock | undefined): Promise<Drift[]> {
  if (!lock || lock.drawnBy === drawnBy()) return [];
  const { name, file } = chapter;
  const now = await picturesOf(chapter);
  const taken = snapshot(chapter);
  const figures = chapter.run!.outputs.filter((output) => output.kind === "figure");
  return figures
    .filter(({ id }) => lock.pictures[id] !== undefined && lock.pictures[id] !== now[id] && lock.numbers[`figure ${id}: ${layoutOf}`]?.[0] === taken.get(`figure ${id}: ${layoutOf}`)?.is[0])
    .map(({ id, line, column }): Drift => ({ chapter: name, file, line, column, name: `figure ${id}`, kind: "redrawn", size: 0, said: `is drawn differently by ${drawnBy()} than by ${lock.drawnBy}` }));
}
