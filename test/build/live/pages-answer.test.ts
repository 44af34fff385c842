/** Pages that answer, in a real Chromium from file:// and offline: a smaller share of what `npm run test:live` tries. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { writeReport } from "../../../build/commands/build.ts";
import { generatorRoot } from "../../../build/project.ts";
import { runReport, type Report } from "../../../build/run/run-report.ts";
import { randomSettings } from "../../live/random-settings.ts";
import { compareWithNode } from "../../live/same-text.ts";
import { here, openBrowser, openWindow } from "../browser.ts";

const folder = mkdtempSync(join(tmpdir(), "live-"));
const site = join(folder, "site");
const slow = { timeout: 300_000 };
let browser: Browser;
let report: Report;
let context: BrowserContext;
let page: Page;
let asked: string[];
let faults: string[];

beforeAll(async () => {
  if (!here) return;
  const limits = { timeout: 60_000, memory: 2 ** 31 };
  browser = await openBrowser(folder);
  report = await runReport({ root: generatorRoot, wanted: [], overrides: {}, limits, reaching: true });
  expect(await writeReport(report, generatorRoot, site)).toBe(0);
}, 400_000);

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  if (!here) return;
  [asked, faults] = [[], []];
  context = await openWindow(browser, { permissions: ["clipboard-read", "clipboard-write"] });
  page = await context.newPage();
  page.on("request", (request) => asked.push(request.url().replace(`file://${site}/`, "")));
  page.on("pageerror", ({ message }) => faults.push(message));
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
});

afterEach(async () => {
  await context?.close();
  if (here) expect(faults).toEqual([]);
});

const open = (name: string): Promise<unknown> => page.goto(`file://${join(site, name)}`);
const answered = (state: Record<string, string>): Promise<unknown> => page.waitForFunction((wanted) => document.documentElement.dataset.shown === wanted, JSON.stringify(state), { timeout: 60_000 });
const unfold = (): Promise<void> => page.locator(".live summary").press("Enter");
const now = (text: string): Promise<number> => page.locator("main [data-now]", { hasText: text }).count();

test.skipIf(!here)("random settings show what Node computes, on pages without slow work", slow, async () => {
  const settings = randomSettings(report, 28, 20250424).filter(({ chapter }) => /^0[0128]-/.test(chapter));
  const { faults: differing, things } = await compareWithNode(report, generatorRoot, site, browser, settings);
  expect(differing).toEqual([]);
  expect(things).toBeGreaterThan(500);
});

test.skipIf(!here)("before the first change there is little script and no Vega; after it nothing comes but files beside the page", slow, async () => {
  await open("01-the-question.html");
  const before = asked.filter((name) => name.endsWith(".js"));
  expect(before).toEqual(["live.js"]);
  expect(gzipSync(readFileSync(join(site, "live.js"))).length).toBeLessThan(30_000);
  await unfold();
  await page.locator('.live [data-control="chips"] [type=range]').press("ArrowRight");
  await page.waitForFunction(() => document.documentElement.dataset.shown);
  await page.waitForFunction(() => Boolean((globalThis as unknown as { report: { drawing?: unknown } }).report.drawing), undefined, { timeout: 60_000 });
  expect(asked.filter((name) => name.endsWith(".js")).sort()).toEqual(["live.js", "live/01-the-question.js", "live/answer.js", "live/drawing.js"]);
  expect(asked.filter((name) => !/^[\w./-]+$/.test(name))).toEqual([]);
});

test.skipIf(!here)("what is in sight stands at once; what is not, be it behind the panel, follows", slow, async () => {
  await open("01-the-question.html");
  await unfold();
  await page.locator('.live [data-control="chips"] [type=range]').press("ArrowRight");
  await answered({ chips: "1200" });
  const moved = [...(await placesAfterStep(0)), ...(await placesAfterStep(750))].filter(({ moves }) => moves);
  for (const [where, count] of [["in sight", 3], ["behind the panel", 3], ["out of the window", 20]] as const) expect(moved.filter((place) => place.where === where).length, where).toBeGreaterThanOrEqual(count);
  for (const { where, stands, waits } of moved) expect([where, stands, waits]).toEqual([where, where === "in sight", where !== "in sight"]);
});

/** Where each number stands, and what it shows right after a step, while a paragraph of numbers is this far down the window. */
async function placesAfterStep(down: number): Promise<{ where: string; stands: boolean; waits: boolean; moves: boolean }[]> {
  await page.evaluate((top) => scrollBy({ top: document.querySelectorAll("main > p:has([data-now])")[1]!.getBoundingClientRect().top - top, behavior: "instant" }), down);
  await page.waitForTimeout(500);
  return page.evaluate(async () => {
    const panel = document.querySelector(".live")!.getBoundingClientRect().top;
    const moving = [...document.querySelectorAll("main [data-now]")].map((now) => now.closest("[data-say], td")!);
    const texts = (): string[] => moving.map(({ textContent }) => textContent!);
    const before = texts();
    const range = document.querySelector<HTMLInputElement>('.live [data-control="chips"] [type=range]')!;
    range.value = String(Number(range.value) + 1);
    range.dispatchEvent(new Event("input"));
    const atOnce = texts();
    while (document.documentElement.dataset.shown !== document.documentElement.dataset.answered) await new Promise((resolve) => setTimeout(resolve, 50));
    const after = texts();
    return moving.map((element, index) => {
      const { top, bottom } = element.closest("main > *, main > .cell > *")!.getBoundingClientRect();
      const where = bottom <= 0 || top >= innerHeight ? "out of the window" : top >= panel ? "behind the panel" : "in sight";
      return { where, stands: atOnce[index] === after[index], waits: atOnce[index] === before[index], moves: before[index] !== after[index] };
    });
  });
}

test.skipIf(!here)("the keyboard alone does everything, and what has changed is said in one sentence", slow, async () => {
  await open("01-the-question.html");
  await unfold();
  const control = page.locator('.live [data-control="chips"]');
  await control.getByRole("button", { name: "accelerators: more" }).press("Enter");
  await answered({ chips: "1200" });
  await control.getByRole("textbox").fill("2,000");
  await control.getByRole("textbox").press("Enter");
  await answered({ chips: "2000" });
  expect(await now("2.052×10²⁴ FLOP")).toBeGreaterThan(0);
  await page.locator('.live [data-control="chip"] select').selectOption("a100");
  await answered({ chips: "2000", chip: "a100" });
  await page.waitForFunction(() => /On this page .* differ/.test(document.querySelector("[role=status]")!.textContent ?? ""));
  await control.getByRole("button", { name: /^reset/ }).press("Enter");
  await answered({ chip: "a100" });
  expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).type)).toBe("range");
  await page.getByRole("button", { name: "Reset all" }).press("Enter");
  await answered({});
  expect(await page.locator("main [data-now], main .not-compared").count()).toBe(0);
});

test.skipIf(!here)("the control beside the text and the one in the panel are one", slow, async () => {
  await open("01-the-question.html");
  await page.locator('main [data-control="mfu"] [type=text]').fill("0.5");
  await page.locator('main [data-control="mfu"] [type=text]').press("Enter");
  await answered({ mfu: "0.5" });
  expect(await page.locator('.live [data-control="mfu"] [type=text]').inputValue()).toBe("0.5");
});

test.skipIf(!here)("a value out of range or no number is told beside the control, and the page stays", slow, async () => {
  await open("01-the-question.html");
  const control = page.locator('main [data-control="mfu"]');
  for (const [typed, told] of [["2", "between 0.0100 and 1"], ["much", "is a number"]] as const) {
    await control.locator("[type=text]").fill(typed);
    await control.locator("[type=text]").press("Enter");
    expect(await control.locator("[data-wrong]").innerText()).toContain(told);
  }
  expect(await page.evaluate(() => [location.hash, document.documentElement.dataset.answered])).toEqual(["", undefined]);
});

test.skipIf(!here)("the state stands in the address, survives a reload, goes along to other chapters and keeps the place", slow, async () => {
  await open("01-the-question.html#what-the-budget-is-worth?chips=2000");
  await answered({ chips: "2000" });
  expect(await page.evaluate(() => [document.querySelector(".target")?.id, scrollY > 1000])).toEqual(["what-the-budget-is-worth", true]);
  await page.reload();
  await answered({ chips: "2000" });
  await page.locator('.contents a[href="#traps-in-one-datasheet"]').click();
  await page.waitForFunction(() => location.hash === "#traps-in-one-datasheet?chips=2000");
  await page.locator('a[rel="next"]').click();
  await page.waitForURL(/02-transformer-flops\.html#\?chips=2000$/);
  await answered({ chips: "2000" });
  await page.locator('.masthead a[href^="ledger.html"]').click();
  await page.locator("[data-elsewhere]").waitFor();
  await page.locator('.masthead a[href^="01-"]').click();
  await page.waitForURL(/01-the-question\.html/);
  await answered({ chips: "2000" });
  await page.goBack();
  await page.locator("[data-elsewhere]").waitFor();
});

test.skipIf(!here)("the state is copied as words of the command line, and taken from them", slow, async () => {
  await open("01-the-question.html#?chips=2000&mfu=0.5");
  await answered({ chips: "2000", mfu: "0.5" });
  await unfold();
  await page.getByRole("button", { name: "Copy" }).press("Enter");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("npm run report -- build --set chips=2000 --set mfu=0.5");
  await page.getByLabel("For the command line").fill("npm run report -- verify 01 --set days=10 --set=chip=a100");
  await page.getByRole("button", { name: "Take from this line" }).press("Enter");
  await answered({ days: "10", chip: "a100" });
});

test.skipIf(!here)("an assumption that slow work rests on has no control, and the page says so", slow, async () => {
  await open("05-chinchilla.html");
  expect(await page.locator('[data-control="noise"]').count()).toBe(0);
  await unfold();
  expect(await page.locator(".live").innerText()).toMatch(/Slow work rests on .*\(noise\)/s);
});
