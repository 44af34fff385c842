import type { GivenRuns, TrainingRun } from "../glossary.ts";
import type { Recorder } from "./recorder.ts";

/**
 * The training runs that a chapter fits: those of the file that was given with `--runs`, or else what the function
 * simulates. `origin` is the name of the file, or "simulated", so that the chapter can say what it fits.
 */
export type RunsWord = (simulated: () => readonly TrainingRun[]) => GivenRuns;

export function runsFor(recorder: Recorder): RunsWord {
  return function runs(simulated) {
    recorder.asksForRuns = true;
    return recorder.runs ?? { rows: simulated().map(({ N, D, loss }) => ({ N, D, loss })), origin: "simulated" };
  };
}
