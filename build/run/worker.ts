/** The thread that runs chapters, one after another, each once per set of overrides. Its parent watches it. */
import { writeSync } from "node:fs";
import Module, { findSourceMap } from "node:module";
import { parentPort, workerData } from "node:worker_threads";
import type { Fixed, Place, Run } from "../glossary.ts";
import type { CallSite } from "../words/recorder.ts";
import { callSite } from "./call-site.ts";
import { reportError } from "./error-place.ts";
import { progressPipe, type Job, type Setup } from "./messages.ts";
import { takeClockAndChanceAway } from "./purity.ts";
import { runChapter, type ChapterFunction, type Finished, type Surroundings } from "./run-chapter.ts";

const { root, bundle, cards, works, runs: given, failed } = workerData as Setup;
process.setSourceMapsEnabled(true);
takeClockAndChanceAway();
/** `run` holds on to it as long as the thread lives: Node forgets the source map of a script that nobody holds. */
const script = evaluate();
const sourceMap = findSourceMap(bundle.file);
const runs = new Map<string, Finished>();
/** Results of slow work, by chapter, name and inputs; and the last of each, whatever its inputs. */
const done = new Map<string, string>();
const last = new Map<string, string>();
const around: Omit<Surroundings, "recall"> = { works, siteOf: callSite, drawingLater: false, placeOf, report: (error, otherwise) => reportError(error, root, otherwise), reached };

parentPort!.on("message", ({ chapter, ...changes }: Job) => {
  parentPort!.postMessage({ run: run(chapter, changes).run });
});
parentPort!.postMessage("ready");

function evaluate(): Module {
  const evaluated = new Module(bundle.file) as Module & { _compile(code: string, file: string): void };
  evaluated._compile(bundle.code, bundle.file);
  return evaluated;
}

function run(name: string, changes: Omit<Job, "chapter">): Finished {
  const key = JSON.stringify([name, changes]);
  const known = runs.get(key);
  if (known) return known;
  const request = (from: string): Finished => {
    const needed = from.slice(2, -3);
    const place = failed[needed];
    if (place !== undefined) throw new Error(`needs ${from.slice(2)}, which failed at ${place}`);
    return run(needed, changes);
  };
  const finished = runChapter(name, (script.exports as { chapters: Record<string, ChapterFunction> }).chapters[name]!, cards[name]!, changes.overrides, request, { ...around, force: changes.force, runs: changes.withRuns ? given : null, recall: changes.leavingSlowWork ? recallAny : recall });
  runs.set(key, finished);
  if (!changes.leavingSlowWork) remember(finished.run);
  return finished;
}

function remember({ chapter, fixed }: Run): void {
  for (const { id, inputs, result } of fixed) {
    done.set(JSON.stringify([chapter, id, inputs]), result);
    last.set(JSON.stringify([chapter, id]), result);
  }
}

function recall(chapter: string, { id, inputs }: Omit<Fixed, "result">): string | undefined {
  return done.get(JSON.stringify([chapter, id, inputs]));
}

function recallAny(chapter: string, work: Omit<Fixed, "result">): string | undefined {
  return recall(chapter, work) ?? (work.quick ? undefined : last.get(JSON.stringify([chapter, work.id])));
}

function placeOf(site: CallSite | null): Place {
  const entry = site && sourceMap?.findEntry(site.line - 1, site.column - 1);
  return entry && "originalLine" in entry ? { line: entry.originalLine + 1, column: entry.originalColumn + 1 } : { line: 1, column: 1 };
}

function reached(line: number): void {
  try {
    writeSync(progressPipe, `${line}\n`);
  } catch {
    // The pipe is full or gone: only the place of a chapter that is stopped would be missing.
  }
}
