import { join } from "node:path";
import type { Browser, CDPSession, Page } from "playwright-core";
import { openWindow } from "../build/browser.ts";
import type { Report } from "../../build/run/run-report.ts";

/** A quarter of the speed of this machine. */
const throttling = 4;
const steps = 9;

/** Milliseconds from a step of a slider until the numbers are painted, and until the charts are; none where no chart moves. */
interface Latency {
  numbers: number;
  charts: number | null;
}

/**
 * Goes some steps on the first sliders of each page and prints the medians. One that is over a budget is measured once more at
 * the end, since whatever else this machine does can only add; those that are over again are returned.
 */
export async function measureLatency(report: Report, site: string, browser: Browser, budgets: Latency): Promise<string[]> {
  console.log(`\nmilliseconds from a slider's step to painted numbers (${budgets.numbers}) and charts (${budgets.charts}), median of ${steps}, at ${throttling}× throttling`);
  const first: Slider[] = [];
  for (const { name } of report.chapters) first.push(...(await overOn(name, await slidersOn(name), "")));
  const again: Slider[] = [];
  for (const { name, id } of first) again.push(...(await overOn(name, [id], "  again")));
  return again.map(({ name, id }) => `${name} ${id}`);

  async function slidersOn(name: string): Promise<string[]> {
    return inWindow(name, async (page) => (await slidersOf(page)).slice(0, 2));
  }

  async function overOn(name: string, ids: readonly string[], note: string): Promise<Slider[]> {
    return inWindow(name, async (page) => {
      const over: Slider[] = [];
      for (const id of ids) {
        const { numbers, charts } = await latencyOf(page, await page.context().newCDPSession(page), id);
        const isOver = numbers > budgets.numbers || (charts ?? 0) > (budgets.charts ?? 0);
        if (isOver) over.push({ name, id });
        console.log(`${name.padEnd(30)} ${id.padEnd(18)} ${numbers.toFixed(0).padStart(5)} ${(charts?.toFixed(0) ?? "–").padStart(5)}${isOver ? "  over" : ""}${note}`);
      }
      return over;
    });
  }

  async function inWindow<T>(name: string, act: (page: Page) => Promise<T>): Promise<T> {
    const context = await openWindow(browser);
    const page = await context.newPage();
    await page.goto(`file://${join(site, `${name}.html`)}`);
    const result = await act(page);
    await context.close();
    return result;
  }
}

interface Slider {
  name: string;
  id: string;
}

function slidersOf(page: Page): Promise<string[]> {
  return page.evaluate(() => [...document.querySelectorAll<HTMLElement>(".live [data-control]")].filter((control) => control.querySelector("[type=range]")).map((control) => control.dataset.control!));
}

/** With the panel open, and in sight the first chart that the slider moves. */
async function latencyOf(page: Page, devtools: CDPSession, id: string): Promise<Latency> {
  await page.evaluate(() => ((document.querySelector<HTMLDetailsElement>(".live details")!).open = true));
  await page.locator(`.live [data-control="${id}"] [type=range]`).focus();
  const key = await towardsTheFartherEnd(page);
  const before = await chartsOf(page);
  for (let warming = 0; warming < 4; warming++) await step(page, key);
  const after = await chartsOf(page);
  const moves = Math.max(0, before.findIndex((chart, index) => chart !== after[index]));
  await page.evaluate((index) => document.querySelectorAll("figure.chart")[index]?.scrollIntoView({ behavior: "instant", block: "start" }), moves);
  for (let warming = 0; warming < 2; warming++) await step(page, key);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: throttling });
  const measured: Latency[] = [];
  for (let count = 0; count < steps; count++) measured.push(await step(page, key));
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  const charts = measured.flatMap((one) => one.charts ?? []);
  return { numbers: median(measured.map(({ numbers }) => numbers)), charts: charts.length > 0 ? median(charts) : null };
}

function chartsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => [...document.querySelectorAll("figure.chart .wide")].map(({ innerHTML }) => innerHTML));
}

/** The key that moves the slider in focus, with room for all steps. */
function towardsTheFartherEnd(page: Page): Promise<"ArrowLeft" | "ArrowRight"> {
  return page.evaluate(() => {
    const { value, max } = document.activeElement as HTMLInputElement;
    return Number(value) > Number(max) / 2 ? "ArrowLeft" : "ArrowRight";
  });
}

async function step(page: Page, key: string): Promise<Latency> {
  await page.evaluate(watch);
  await page.keyboard.press(key);
  return page.evaluate(() => (globalThis as unknown as { stepped: Promise<Latency> }).stepped);
}

/**
 * Runs in the page. Numbers: what the browser itself reports as the time from the key to the next paint after its handlers
 * (Event Timing, in steps of 8 ms). Charts: to the frame after the last in sight, or none if no chart is drawn for a while.
 */
function watch(): void {
  (globalThis as unknown as { stepped: Promise<Latency> }).stepped = new Promise((resolve) => {
    const root = document.documentElement;
    let start = 0;
    let numbers = 0;
    let charts: number | null = null;
    addEventListener("keydown", ({ timeStamp }) => (start = timeStamp), { capture: true, once: true });
    const timing = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (entry.name === "keydown" && entry.startTime >= start) numbers = Math.max(numbers, entry.duration);
    });
    timing.observe({ type: "event", durationThreshold: 16 } as PerformanceObserverInit);
    const drawing = new MutationObserver(() => {
      if (root.hasAttribute("data-drawing")) return;
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => (charts = performance.now() - start);
      requestAnimationFrame(() => port2.postMessage(null));
    });
    drawing.observe(root, { attributeFilter: ["data-drawing"] });
    let idle = 0;
    const waiting = setInterval(() => {
      idle = start > 0 && root.dataset.shown === root.dataset.answered && !root.hasAttribute("data-drawing") ? idle + 1 : 0;
      if (idle < 5) return;
      clearInterval(waiting);
      timing.disconnect();
      drawing.disconnect();
      resolve({ numbers: Math.max(numbers, 16), charts });
    }, 200);
  });
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
