/** `npm run test:live`: random settings on every page against Node, one setting against the site that is built under it, the weight of the scripts, and how fast a page answers. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { writeReport } from "../../build/commands/build.ts";
import { generatorRoot } from "../../build/project.ts";
import { runReport, type Request } from "../../build/run/run-report.ts";
import { openBrowser } from "../build/browser.ts";
import { measureLatency } from "./latency.ts";
import { randomSettings } from "./random-settings.ts";
import { compareWithBuilt } from "./same-as-built.ts";
import { compareWithNode } from "./same-text.ts";

/** Kilobytes of compressed script before the first change; milliseconds from a step to painted numbers and charts, at a quarter of the speed. */
const budgets = { script: 30_000, numbers: 50, charts: 200 };

/** Settings that move every chapter: a fifth of the chips, another kind of them, longer, at another utilisation. */
const setting = { chips: "200", chip: "a100", days: "45", mfu: "0.35" };

const [count = 200, seed = Math.floor(Math.random() * 2 ** 31)] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), "live-"));
const site = join(folder, "site");
const request: Request = { root: generatorRoot, wanted: [], overrides: {}, limits: { timeout: 60_000, memory: 2 ** 31 }, reaching: true };

try {
  process.exitCode = (await main()) ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function main(): Promise<boolean> {
  const report = await runReport(request);
  if ((await writeReport(report, generatorRoot, site)) !== 0) return false;
  const browser = await openBrowser(folder);
  try {
    console.log(`\n${count} settings, seed ${seed}`);
    const { faults, things, refused } = await compareWithNode(report, generatorRoot, site, browser, randomSettings(report, count, seed));
    for (const fault of faults.slice(0, 30)) console.log(fault);
    console.log(`${things} things compared, ${faults.length} differ; ${refused} settings refused by the page and by Node alike`);
    const built = await compareWithBuilt(request, report, site, join(folder, "set"), browser, setting);
    for (const fault of built.faults.slice(0, 30)) console.log(fault);
    console.log(`${built.things} things compared with the site that was built under ${JSON.stringify(setting)}, ${built.faults.length} differ`);
    const weight = gzipSync(readFileSync(join(site, "live.js"))).length;
    console.log(`script before the first change: ${weight} bytes compressed, of ${budgets.script}`);
    const slow = await measureLatency(report, site, browser, budgets);
    return faults.length + built.faults.length === 0 && weight <= budgets.script && slow.length === 0;
  } finally {
    await browser.close();
  }
}
