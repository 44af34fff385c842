/** The built pages in a real Chromium, from file://, offline: nothing is fetched, nothing scrolls sideways, nothing is cut, nothing is inaccessible. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildSite } from "../../build/commands/build.ts";
import { generatorRoot } from "../../build/project.ts";
import { here, openBrowser, openWindow } from "./browser.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const folder = mkdtempSync(join(tmpdir(), "pages-"));
const site = join(folder, "site");
let browser: Browser;

beforeAll(async () => {
  if (!here) return;
  browser = await openBrowser(folder);
  expect(await buildSite({ root: generatorRoot, wanted: [], overrides: {}, limits: { timeout: 30_000, memory: 2 ** 30 } }, site)).toBe(0);
  const names = ["slides.html", "ledger.html", "sources.html", "assumptions.html"];
  expect(readdirSync(site)).toEqual(expect.arrayContaining(names));
}, 300_000);

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** All pages of the report, on a machine that does other things too. */
const slow = { timeout: 300_000 };

/** Both widths and both themes; a width moves labels, a theme only colours, so the other two pairings would say nothing new. */
const sights = [{ width: 360, colorScheme: "dark" }, { width: 1280, colorScheme: "light" }] as const;
/** What of accessibility a width or a theme can change; the rest is judged once. */
const seen = ["color-contrast", "target-size", "scrollable-region-focusable", "link-in-text-block"];
const all = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Code is alike on all pages and most of their elements: it is judged on one. */
const codeIsJudgedOn = "01-the-question.html";

describe.each(sights)("at $width px, $colorScheme", ({ width, colorScheme }) => {
  test.skipIf(!here)("every page is whole", slow, async () => {
    const faults: string[] = [];
    for (const name of readdirSync(site).filter((file) => file.endsWith(".html"))) {
      const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, offline: true });
      const page = await context.newPage();
      page.on("request", (request) => request.url().startsWith("file://") || faults.push(`${name} asks for ${request.url()}`));
      page.on("requestfailed", (request) => faults.push(`${name} cannot load ${request.url()}: ${request.failure()?.errorText}`));
      await page.goto(`file://${join(site, name)}`);
      faults.push(...(await faultsOf(page, { runOnly: width === 360 ? seen : all, exclude: name === codeIsJudgedOn ? [] : ["pre"] })).map((fault) => `${name}: ${fault}`));
      await context.close();
    }
    expect(faults).toEqual([]);
  });
});

test.skipIf(!here)("the ledger is a table at any width, with a row for each claim; its box leaves out those that agree, without a script and by the keyboard", slow, async () => {
  for (const width of [360, 1280]) {
    const context = await browser.newContext({ viewport: { width, height: 900 }, javaScriptEnabled: false, offline: true });
    const page = await context.newPage();
    await page.goto(`file://${join(site, "ledger.html")}`);
    const claims = await page.locator("table.ledger tbody tr").count();
    const agreeing = await page.locator("table.ledger tr.agrees").count();
    const { nodes } = await (await context.newCDPSession(page)).send("Accessibility.getFullAXTree");
    const rows = nodes.filter(({ role, ignored }) => role?.value === "rowheader" && !ignored).length;
    expect(rows).toBeGreaterThanOrEqual(claims);
    await page.locator("#open-only").focus();
    await page.keyboard.press("Space");
    expect(await page.locator("table.ledger tbody tr").evaluateAll((all) => all.filter((row) => (row as HTMLElement).offsetParent).length)).toBe(claims - agreeing);
    expect(agreeing).toBeGreaterThan(100);
    await context.close();
  }
});

test.skipIf(!here)("a row of the ledger leads to its claim, even where it is folded away, and the claim back to its row", slow, async () => {
  const context = await browser.newContext({ javaScriptEnabled: false, offline: true });
  const page = await context.newPage();
  await page.goto(`file://${join(site, "ledger.html")}`);
  const claim = page.locator("table.ledger tr.agrees th a").first();
  const text = await claim.innerText();
  const href = (await claim.getAttribute("href"))!;
  await claim.click();
  const target = page.locator(`[id="${href.split("#")[1]}"]`);
  await target.waitFor({ state: "visible" });
  expect(await target.locator(".claim").innerText()).toBe(text);
  await target.locator("a.verdict").click();
  expect(await page.locator("tr:target th").innerText()).toBe(text);
  await context.close();
});

test.skipIf(!here)("no page needs a script: with scripts off each says the same and has no control that does nothing", slow, async () => {
  const [without, withScripts] = [await browser.newContext({ javaScriptEnabled: false, offline: true }), await openWindow(browser)];
  const [bare, whole] = [await without.newPage(), await withScripts.newPage()];
  for (const name of readdirSync(site).filter((file) => file.endsWith(".html"))) {
    for (const page of [bare, whole]) await page.goto(`file://${join(site, name)}`);
    expect(await bare.locator("main :is(button, select, input:not(#open-only)), .live").count()).toBe(0);
    expect(await bare.locator("script:not([src]), [onclick], [onload], [href^='javascript:'], [style]").count()).toBe(0);
    await whole.evaluate(() => document.querySelectorAll("tr:has(.control)").forEach((row) => row.remove()));
    const text = await bare.locator("main").innerText();
    expect(text.length).toBeGreaterThan(500);
    expect(await whole.locator("main").innerText()).toBe(text);
  }
  await Promise.all([without.close(), withScripts.close()]);
});

async function faultsOf(page: Page, judged: { runOnly: string[]; exclude: string[] }): Promise<string[]> {
  const measured = await page.evaluate(measure);
  await page.evaluate(axe);
  const violations = await page.evaluate(async ({ runOnly, exclude }) => {
    const { axe } = window as unknown as { axe: { run(context: object, options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } };
    const { violations } = await axe.run({ include: ["html"], exclude }, { preload: false, runOnly });
    return violations.map(({ id, nodes }) => `${id}, ${nodes.length} times, first ${nodes[0]?.html.slice(0, 160)}`);
  }, judged);
  return [...measured, ...violations];
}

/**
 * Runs in the page, with everything that folds unfolded, and the controls at the foot in their place in the page: as a bar
 * they cover, wherever one is, something that scrolling brings out. Judged are fonts, sideways scrolling, and the labels of the
 * charts that are seen.
 */
async function measure(): Promise<string[]> {
  for (const details of document.querySelectorAll("details")) details.open = true;
  const foot = document.querySelector<HTMLElement>(".live");
  if (foot) foot.style.position = "static";
  await document.fonts.ready;
  const faults = [...document.fonts].filter(({ status }) => status === "error").map(({ family }) => `the font ${family} does not load`);
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) faults.push(`it scrolls sideways, ${scrollWidth} over ${clientWidth} px`);
  for (const figure of document.querySelectorAll("figure.chart")) {
    const seen = [...figure.querySelectorAll<HTMLElement>("[role=img]")].filter(({ offsetParent }) => offsetParent);
    if (seen.length !== 1 || !/\d/.test(seen[0]!.getAttribute("aria-label") ?? "")) faults.push(`${figure.id} has not one picture with its sentence`);
    const frame = seen[0]?.querySelector("svg")?.getBoundingClientRect() ?? figure.getBoundingClientRect();
    const texts = [...(seen[0]?.querySelectorAll("text") ?? [])].filter(({ textContent }) => textContent);
    const boxes = texts.map((text) => ({ text: text.textContent, box: text.getBoundingClientRect() }));
    for (const { text, box } of boxes) if (box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1) faults.push(`${figure.id}: “${text}” is cut`);
    boxes.forEach((a, index) => {
      for (const b of boxes.slice(index + 1)) {
        const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
        const down = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
        if (across > 2 && down > 2) faults.push(`${figure.id}: “${a.text}” lies on “${b.text}”`);
      }
    });
  }
  return faults;
}
