import type { Report } from "../run/run-report.ts";
import { sheetList, type Sheet } from "./sheet-list.ts";
import { assumptionsView, ledgerView, slidesView, sourcesView } from "./sheet-views.ts";
import { fill } from "./templates.ts";
import { frame } from "./views.ts";

const views: Record<Sheet["name"], (report: Report) => object> = { slides: slidesView, ledger: ledgerView, sources: sourcesView, assumptions: assumptionsView };

/** The pages beside the chapters, by file name. */
export function drawSheets(report: Report): Map<string, string> {
  return new Map(sheetList(report.slides).map((sheet) => [sheet.href, fill(sheet.name, { ...frame(report), ...sheet, ...views[sheet.name](report) })]));
}
