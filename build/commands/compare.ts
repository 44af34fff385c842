import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { compareReports, type Change } from "../compare/compare.ts";
import { comparisonMarkdown } from "../compare/markdown.ts";
import { comparisonView } from "../compare/page.ts";
import { readSides, runSides, type Beside } from "../compare/sides.ts";
import { comparisonText, type Told } from "../compare/text.ts";
import { UsageProblem } from "../problem.ts";
import { siteFonts } from "../render/fonts.ts";
import { fill, templatesFolder } from "../render/templates.ts";
import type { Report, Request } from "../run/run-report.ts";
import { prepareTarget, writeSite } from "../write/write.ts";
import { changesData, changesText } from "../gather/changes.ts";
import { tellProblems } from "./problems.ts";

const formats = ["text", "json", "markdown", "html"] as const;

export interface CompareOptions extends Beside {
  root: string;
  limits: Request["limits"];
  format?: string | undefined;
  out?: string | undefined;
  runs?: string | undefined;
}

/** Two reports side by side and all that is not the same in both. Exit 0, whatever changed; 2 where one could not run. */
export async function compare(words: readonly string[], options: CompareOptions): Promise<number> {
  const { root, limits, format = "text", out, runs } = options;
  if (!formats.some((one) => one === format)) throw new UsageProblem(`--format of compare is ${formats.join(", ")}: ${format}`);
  if (out !== undefined && format !== "html") throw new UsageProblem(`--out of compare is for --format html: ${out}`);
  if (runs !== undefined) throw new UsageProblem("compare takes no --runs: it compares assumptions and revisions");
  const sides = readSides(root, words, options);
  const target = resolve(root, out ?? "compare.html");
  if (format === "html" && !isPage(target)) prepareTarget(target);
  const reports = await runSides(root, sides, limits);
  if (reports.reduce((count, report) => count + tellProblems(report), 0) > 0) return 2;
  const told: Told = {
    names: [sides[0].name, sides[1].name],
    notes: reports.flatMap((report, index) => changesText(report).map((text) => `${sides[index]!.name}: ${text}`)),
    comparison: compareReports(...reports),
  };
  if (format === "html") await writePage(target, told);
  else console.log(format === "json" ? JSON.stringify(asData(told, reports), null, 2) : (format === "text" ? comparisonText : comparisonMarkdown)(told).join("\n"));
  return 0;
}

function asData({ names, comparison: { conclusions, changes, ...rest } }: Told, [old, fresh]: readonly [Report, Report]): object {
  const plain = ({ facts: _, ...change }: Change): object => change;
  return { old: { name: names[0], ...changesData(old) }, new: { name: names[1], ...changesData(fresh) }, ...rest, conclusions: conclusions.map(plain), changes: changes.map(plain) };
}

function isPage(target: string): boolean {
  return target.endsWith(".html");
}

/** One file that holds its style and its fonts, or a folder like that of the site. */
async function writePage(target: string, told: Told): Promise<void> {
  const style = readFileSync(join(templatesFolder, "style.css"), "utf8");
  const view = await comparisonView(told);
  const page = fill("comparison", { ...view, style: "" });
  const fonts = await siteFonts(page);
  if (isPage(target)) {
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, fill("comparison", { ...view, style: withFonts(style, fonts) }));
  } else writeSite(target, new Map<string, string | Uint8Array>([["index.html", page], ["style.css", style], ...fonts]));
  console.log(`open ${pathToFileURL(isPage(target) ? target : join(target, "index.html"))}`);
}

function withFonts(style: string, fonts: ReadonlyMap<string, Uint8Array>): string {
  return style.replace(/url\("(fonts\/[^"]+)"\)/g, (whole, name: string) => {
    const font = fonts.get(name);
    return font ? `url("data:font/woff2;base64,${Buffer.from(font).toString("base64")}")` : whole;
  });
}
