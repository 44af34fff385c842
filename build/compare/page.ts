import { drawChart } from "../render/chart.ts";
import type { Change } from "./compare.ts";
import { changedKinds, factorText, nameText, placeText, titleOf, unchangedText, type Told } from "./text.ts";

/** More numbers than this are folded, but for the exported values. */
const few = 20;

/** The comparison as its page shows it, with both charts of each figure. */
export async function comparisonView(told: Told): Promise<object> {
  const { notes, comparison } = told;
  const { assumptions, conclusions } = comparison;
  const byKind = changedKinds(comparison);
  const figures = byKind.find(({ kind }) => kind === "figure");
  return {
    title: titleOf(told),
    notes,
    unchanged: unchangedText(comparison),
    assumptions: assumptions.map((one) => ({ ...one, old: one.old ?? "—", new: one.new ?? "—", unit: one.unit === "1" ? "" : one.unit })),
    sections: [
      ...(conclusions.length > 0 ? [{ id: "conclusions", title: "Conclusions that flip", long: false, changes: conclusions.map(changeView) }] : []),
      ...byKind.filter((one) => one !== figures).map(({ kind, title, changes }) => ({ id: `${kind}s`, title, long: kind !== "value" && changes.length > few, changes: changes.map(changeView) })),
    ],
    figuresTitle: figures?.title ?? "",
    figures: await Promise.all((figures?.changes ?? []).map(figureView)),
  };
}

function changeView(change: Change): object {
  return { name: nameText(change), oldText: change.oldText, newText: change.newText, factor: factorText(change.factor), place: placeText(change) };
}

/** Two charts of one figure share a page, so each has an id of its own. */
async function figureView(change: Change): Promise<object> {
  const { old, new: fresh } = change.facts;
  const draw = async (fact: typeof old, side: string): Promise<string> => (fact?.figure ? drawChart({ ...fact.figure, id: `${fact.figure.id}-${side}` }, "narrow") : "");
  return { ...changeView(change), oldChart: await draw(old, "old"), newChart: await draw(fresh, "new") };
}
