import { gatherAssumptions, type UsedAssumption } from "../gather/assumptions.ts";
import type { Report, ReportedChapter } from "../run/run-report.ts";
import { rangeText, written } from "./written.ts";

/** What the controls of a chapter's page are made from: the assumptions that move it, its own first, and those that slow work rests on. */
export function liveView({ name }: ReportedChapter, report: Report): object | false {
  if (report.reach === null) return false;
  const reached = report.reach[name]!;
  const used = gatherAssumptions(report).filter(({ assumption: { id } }) => (reached[id] ?? "nothing") !== "nothing");
  const ordered = [...used.filter(({ chapter }) => chapter.name === name), ...used.filter(({ chapter }) => chapter.name !== name)];
  const [moving, slow] = [ordered.filter(({ assumption }) => reached[assumption.id] === "page"), ordered.filter(({ assumption }) => reached[assumption.id] === "slow work")];
  return { name, assumptions: moving.map((one) => controlView(one, name)), slow: slow.map((one) => controlView(one, name)) };
}

function controlView({ assumption, chapter }: UsedAssumption, name: string): object {
  const { id, value, unit, min, max } = assumption;
  return {
    ...assumption,
    href: `${chapter.name === name ? "" : `${chapter.name}.html`}#assumption-${id}`,
    standard: String(value),
    written: written(value),
    unit: unit === "1" ? "" : unit,
    min: min ?? "",
    max: max ?? "",
    range: assumption.options ? "" : rangeText(assumption),
  };
}
