import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { lint } from "../lint/lint.ts";
import { liveScripts } from "../live/live.ts";
import { siteFonts } from "../render/fonts.ts";
import { render } from "../render/render.ts";
import { templatesFolder } from "../render/templates.ts";
import { runReport, type Report, type Request } from "../run/run-report.ts";
import { prepareTarget, writeSite } from "../write/write.ts";
import { line } from "./line.ts";
import { tellProblems } from "./problems.ts";

/** Writes the site. Exit 0; 2 where a chapter could not run or be drawn or a number is typed, and then nothing is written. */
export async function buildSite(request: Request, folder: string): Promise<number> {
  const out = resolve(request.root, folder);
  prepareTarget(out);
  const report = await runReport({ ...request, reaching: true, progress: (chapter) => console.log(line(chapter)) });
  return writeReport(report, request.root, out);
}

/** Writes the pages, scripts and fonts of a report that has run. */
export async function writeReport(report: Report, root: string, out: string): Promise<number> {
  if (tellProblems(report, lint(report)) > 0) return 2;
  const { pages, problems } = await render(report);
  if (tellProblems(report, problems) > 0) return 2;
  const scripts = await liveScripts(report, root);
  const style = readFileSync(join(templatesFolder, "style.css"), "utf8");
  writeSite(out, new Map<string, string | Uint8Array>([...pages, ...scripts, ["style.css", style], ...(await siteFonts([...pages.values()].join("")))]));
  console.log(`\nopen ${pathToFileURL(join(out, "index.html"))}`);
  return 0;
}
