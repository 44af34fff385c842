import type { Chapter } from "../glossary.ts";
import type { Report, Request } from "../run/run-report.ts";
import type { NamedValue } from "./find-value.ts";
import { interval, type Drawing, type Interval } from "./interval.ts";
import { tornado, type Tornado } from "./tornado.ts";
import { ValueRuns, type Point } from "./value-runs.ts";

/** How a value hangs on what was assumed. */
export interface Sensitivity extends Tornado {
  chapter: string;
  name: string;
  unit: string;
  label: string;
  point: Point;
  interval: Interval | null;
}

/** The sensitivity of a value of a report that has run. */
export async function analyse({ root, limits }: Pick<Request, "root" | "limits">, chapters: readonly Chapter[], target: NamedValue, report: Pick<Report, "chapters" | "works" | "runs" | "under">, drawing: Drawing | null = null): Promise<Sensitivity> {
  const { unit = "1", label = target.name } = target.chapter.front.values[target.name]!;
  const runs = await ValueRuns.open(root, chapters, target, report, limits);
  try {
    return { chapter: target.chapter.name, name: target.name, unit, label, point: await runs.at({}), ...(await tornado(runs)), interval: drawing && (await interval(runs, drawing)) };
  } finally {
    runs.close();
  }
}
