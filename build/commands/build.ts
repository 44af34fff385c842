import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { heldReport } from "../lock/held-report.ts";
import { lint } from "../lint/lint.ts";
import { liveScripts } from "../live/live.ts";
import { drawBadge } from "../render/badge.ts";
import { siteFonts } from "../render/fonts.ts";
import { render } from "../render/render.ts";
import { templatesFolder } from "../render/templates.ts";
import type { Report, Request } from "../run/run-report.ts";
import { prepareTarget, writeSite } from "../write/write.ts";
import { changesText } from "../gather/changes.ts";
import { line } from "./line.ts";
import { tellProblems } from "./problems.ts";

/** Writes the site. Exit 0; 2 where a chapter could not run or be drawn or a number is typed, and then nothing is written. */
export async function buildSite(request: Request, folder: string): Promise<number> {
  const out = resolve(request.root, folder);
  prepareTarget(out);
  const { report } = await heldReport({ ...request, reaching: true, progress: (chapter) => console.log(line(chapter)) });
  for (const text of changesText(report)) console.log(text);
  return writeReport(report, request.root, out);
}

/** Writes the pages, scripts and fonts of a report that has run. */
export async function writeReport(report: Report, root: string, out: string): Promise<number> {
  if (tellProblems(report, lint(report)) > 0) return 2;
  const { pages, problems } = await render(report);
  if (tellProblems(report, problems) > 0) return 2;
  const scripts = await liveScripts(report, root);
  const style = readFileSync(join(templatesFolder, "style.css"), "utf8");
  writeSite(out, new Map<string, string | Uint8Array>([...pages, ...scripts, ["style.css", style], ["badge.svg", drawBadge(report)], ...(await siteFonts([...pages.values()].join("")))]));
  console.log(`\nopen ${pathToFileURL(join(out, "index.html"))}`);
  return 0;
}
