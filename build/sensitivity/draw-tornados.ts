import type { Chapter, Figure } from "../glossary.ts";
import { tornadoLegend, tornadoSays, tornadoSpec } from "../render/tornado-chart.ts";
import type { Report, Request } from "../run/run-report.ts";
import { analyse } from "./analyse.ts";

/** Gives the figures that only name a value what they draw. */
export async function drawTornados(request: Pick<Request, "root" | "limits">, chapters: readonly Chapter[], report: Pick<Report, "chapters" | "works" | "runs" | "under">): Promise<void> {
  for (const { chapter, run } of report.chapters) {
    for (const figure of (run?.outputs ?? []).filter((output): output is Extract<typeof output, Figure> => output.kind === "figure" && output.sensitivityOf !== undefined)) {
      const said = await analyse(request, chapters, { chapter: chapter!, name: figure.sensitivityOf! }, report);
      Object.assign(figure, { spec: tornadoSpec(said), says: tornadoSays(said), caption: `${figure.caption} ${tornadoLegend(said)}` });
    }
  }
}
