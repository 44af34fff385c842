import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { writeReport } from "../../build/commands/build.ts";
import type { Overrides } from "../../build/glossary.ts";
import { runReport, type Report, type Request } from "../../build/run/run-report.ts";
import { openWindow } from "../build/browser.ts";

/** How long charts out of sight may take, in milliseconds. */
const patience = 20_000;

/** Builds the site under a setting, and compares every page of it with the page that was built without and then set by its address. */
export async function compareWithBuilt(request: Request, report: Report, site: string, other: string, browser: Browser, overrides: Overrides): Promise<{ faults: string[]; things: number }> {
  const set = await runReport({ ...request, overrides });
  if ((await writeReport(set, request.root, other)) !== 0) throw new Error(`the site cannot be built under ${JSON.stringify(overrides)}`);
  const faults: string[] = [];
  let things = 0;
  const context = await openWindow(browser);
  const [live, built] = [await context.newPage(), await context.newPage()];
  for (const { name, run } of report.chapters) {
    const leftOut = run!.outputs.flatMap((output) => (output.kind === "figure" && output.sensitivityOf !== undefined ? [output.id] : []));
    await built.goto(`file://${join(other, `${name}.html`)}`);
    const expected = await built.evaluate(shown, leftOut);
    await live.goto(`file://${join(site, `${name}.html`)}#?${new URLSearchParams(overrides).toString()}`);
    await live.waitForFunction(() => document.documentElement.dataset.shown ?? document.documentElement.dataset.refused, undefined, { timeout: patience });
    const differing = await agreeing(live, expected, leftOut);
    things += Object.keys(expected).length;
    faults.push(...differing.map((fault) => `${name}?${new URLSearchParams(overrides).toString()}: ${fault}`));
  }
  await context.close();
  return { faults, things };
}

/** Waits until the page shows what is expected; where it does not in the end. */
async function agreeing(page: Page, expected: Record<string, string>, leftOut: readonly string[]): Promise<string[]> {
  for (const start = performance.now(); ; await page.waitForTimeout(200)) {
    const found = await page.evaluate(shown, leftOut);
    const differing = Object.entries(expected).filter(([what, text]) => found[what] !== text);
    if (differing.length === 0 || performance.now() - start > patience) return differing.map(([what, text]) => `${what}: “${found[what]}” on the page, “${text}” on the page that was built so`);
  }
}

/** Runs in the page: all that a change may move, as text, without what it was before. Of charts the texts that are drawn. */
function shown(leftOut: readonly string[]): Record<string, string> {
  const all: Record<string, string> = {};
  const text = (element: Element): string => {
    const copy = element.cloneNode(true) as Element;
    for (const aside of copy.querySelectorAll("del, small, .spoken")) aside.remove();
    return (copy.textContent ?? "").replace(/\s+/g, " ").trim();
  };
  const note = (what: string, selector: string): void => document.querySelectorAll(selector).forEach((element, index) => {
    if (!leftOut.includes(element.closest("figure")?.id ?? "")) all[`${what} ${index + 1}`] = text(element);
  });
  note("sentence", "[data-say]");
  note("formula", "[data-mathematics]");
  note("caption", "figcaption");
  note("cell", "figure.table td");
  note("claim", "[data-held] li, [data-held] tr");
  note("tally", "[data-tally]");
  note("assumption", "[data-value]");
  document.querySelectorAll("figure.chart .wide").forEach((picture, index) => {
    if (leftOut.includes(picture.closest("figure")!.id)) return;
    all[`picture ${index + 1}`] = picture.getAttribute("aria-label") ?? "";
    all[`chart ${index + 1}`] = [...picture.querySelectorAll("svg text")].map((one) => one.textContent).join(" | ");
  });
  return all;
}
