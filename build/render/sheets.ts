import type { Report } from "../run/run-report.ts";
import { sheetList, type Sheet } from "./sheet-list.ts";
import { fill } from "./templates.ts";
import { frame } from "./views.ts";

const views: Record<Sheet["name"], (report: Report) => object> = {
  slides: ({ slides }) => ({ slides: slides.map((slide) => ({ ...slide, note: slide.note ?? "" })) }),
  ledger: () => ({}),
  sources: () => ({}),
  assumptions: () => ({}),
};

/** The pages beside the chapters, by file name. */
export function drawSheets(report: Report): Map<string, string> {
  return new Map(sheetList(report.slides).map((sheet) => [sheet.href, fill(sheet.name, { ...frame(report), ...sheet, ...views[sheet.name](report) })]));
}
