import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { generatorRoot } from "../project.ts";
import type { ReportedChapter } from "../run/run-report.ts";

/** What pictures are drawn by: the installed versions of the libraries that lay out, measure and draw, and the style of the charts. */
export function drawnBy(): string {
  const { packages } = JSON.parse(readFileSync(join(generatorRoot, "package-lock.json"), "utf8")) as { packages: Record<string, { version: string }> };
  const drawing = Object.entries(packages).filter(([path]) => /^node_modules\/(vega|d3-|source-sans|fontkit)/.test(path));
  const versions = drawing.map(([path, { version }]) => `${path}@${version}`);
  const { version } = packages["node_modules/vega"]!;
  return `vega ${version}, ${digest(versions.join() + readFileSync(join(generatorRoot, "templates/chart.json"), "utf8"))}`;
}

/** A digest of each figure of a chapter, drawn in both widths. */
export async function picturesOf({ run }: ReportedChapter): Promise<Record<string, string>> {
  const { drawChart } = await import("../render/chart.ts");
  const pictures: Record<string, string> = {};
  for (const output of run!.outputs) if (output.kind === "figure") pictures[output.id] = digest((await drawChart(output, "wide")) + (await drawChart(output, "narrow")));
  return pictures;
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}
