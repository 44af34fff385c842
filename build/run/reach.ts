import type { Assumption, Run } from "../glossary.ts";
import type { Job } from "./messages.ts";
import type { Runner } from "./runner.ts";

/** What an assumption does to a chapter: nothing; it moves what the page shows; or it moves what slow work rests on. */
export type Reached = "nothing" | "page" | "slow work";

/** By chapter, then by the id of each assumption that the chapter or one it imports declares. */
export type Reach = Record<string, Record<string, Reached>>;

/** A chapter with the names of all that it needs, itself among them, in an order in which each comes after those it imports. */
interface Needing {
  name: string;
  needs: ReadonlySet<string>;
}

/** Learns what each assumption reaches by moving it a little. Slow work is not done again for that. */
export async function reachOf(chapters: readonly Needing[], standing: ReadonlyMap<string, Run>, around: Pick<Job, "overrides" | "force" | "withRuns">, runner: Runner): Promise<Reach> {
  const reach: Reach = Object.fromEntries(chapters.map(({ name }) => [name, {}]));
  for (const [declaring, { assumptions }] of standing) {
    const users = chapters.filter(({ needs }) => needs.has(declaring));
    for (const assumption of assumptions) {
      const moved = new Map<string, Run>();
      for (const { name } of users) {
        const outcome = await runner.run({ ...around, chapter: name, overrides: { ...around.overrides, [assumption.id]: String(nudged(assumption)) }, leavingSlowWork: true });
        if ("run" in outcome) moved.set(name, outcome.run);
      }
      for (const { name, needs } of users) reach[name]![assumption.id] = reached(name, needs, moved, standing);
    }
  }
  return reach;
}

function reached(name: string, needs: ReadonlySet<string>, moved: ReadonlyMap<string, Run>, standing: ReadonlyMap<string, Run>): Reached {
  if ([...needs].some((one) => movedSlowWork(moved.get(one), standing.get(one)!))) return "slow work";
  return shows(moved.get(name)) === shows(standing.get(name)) ? "nothing" : "page";
}

/** Another value that the assumption may have, near the one it has. */
export function nudged({ value, min, max, options }: Assumption): number | string {
  if (typeof value === "string") return options!.find((option) => option !== value) ?? value;
  const step = Number.isInteger(value) ? Math.max(1, Math.round(value / 4)) : value / 4;
  const inside = (one: number): boolean => one !== value && one >= (min ?? -Infinity) && one <= (max ?? Infinity);
  return [value + step, value - step, max ?? value, min ?? value].find(inside) ?? value;
}

function movedSlowWork(run: Run | undefined, standing: Run): boolean {
  return run !== undefined && run.fixed.some(({ id, inputs, quick }) => !quick && standing.fixed.some((one) => one.id === id && one.inputs !== inputs));
}

/** What a reader can see of a run. */
function shows(run: Run | undefined): string {
  return run === undefined ? "" : JSON.stringify([run.sentences, run.outputs.filter(({ kind }) => kind !== "assumption"), run.checks.map(({ claim, recomputed, verdict }) => [claim, recomputed, verdict])]);
}
