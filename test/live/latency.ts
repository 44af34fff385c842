import { join } from "node:path";
import type { Browser, CDPSession, Page } from "playwright-core";
import { openWindow } from "../build/browser.ts";
import type { Report } from "../../build/run/run-report.ts";

/** A quarter of the speed of this machine. */
const throttling = 4;
const steps = 5;

/** Milliseconds from a step of a slider until the numbers are painted, and until the charts are; none where no chart moves. */
interface Latency {
  numbers: number;
  charts: number | null;
}

/** Goes some steps on the first slider of each page and prints the medians; those over the budgets are returned. */
export async function measureLatency(report: Report, site: string, browser: Browser, budgets: Latency): Promise<string[]> {
  const slow: string[] = [];
  console.log(`\nmilliseconds from a slider's step to painted numbers (${budgets.numbers}) and charts (${budgets.charts}), median of ${steps}, at ${throttling}× throttling`);
  for (const { name } of report.chapters) {
    const context = await openWindow(browser);
    const page = await context.newPage();
    await page.goto(`file://${join(site, `${name}.html`)}`);
    for (const id of (await slidersOf(page)).slice(0, 2)) {
      const { numbers, charts } = await latencyOf(page, await context.newCDPSession(page), id);
      const over = numbers > budgets.numbers || (charts ?? 0) > (budgets.charts ?? 0);
      const line = `${name.padEnd(30)} ${id.padEnd(18)} ${numbers.toFixed(0).padStart(5)} ${(charts?.toFixed(0) ?? "–").padStart(5)}${over ? "  over" : ""}`;
      console.log(line);
      if (over) slow.push(line);
    }
    await context.close();
  }
  return slow;
}

function slidersOf(page: Page): Promise<string[]> {
  return page.evaluate(() => [...document.querySelectorAll<HTMLElement>(".live [data-control]")].filter((control) => control.querySelector("[type=range]")).map((control) => control.dataset.control!));
}

async function latencyOf(page: Page, devtools: CDPSession, id: string): Promise<Latency> {
  await page.evaluate(() => ((document.querySelector<HTMLDetailsElement>(".live details")!).open = true));
  await page.evaluate(() => document.querySelector("figure.chart")?.scrollIntoView({ behavior: "instant", block: "start" }));
  await page.locator(`.live [data-control="${id}"] [type=range]`).focus();
  for (let warming = 0; warming < 3; warming++) await step(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: throttling });
  const measured: Latency[] = [];
  for (let count = 0; count < steps; count++) measured.push(await step(page));
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  const charts = measured.flatMap((one) => one.charts ?? []);
  return { numbers: median(measured.map(({ numbers }) => numbers)), charts: charts.length > 0 ? median(charts) : null };
}

async function step(page: Page): Promise<Latency> {
  await page.evaluate(watch);
  await page.keyboard.press("ArrowRight");
  return page.evaluate(() => (globalThis as unknown as { stepped: Promise<Latency> }).stepped);
}

/** Runs in the page: from the next input to the frame with the numbers, and to the frame after the last chart. */
function watch(): void {
  (globalThis as unknown as { stepped: Promise<Latency> }).stepped = new Promise((resolve) => {
    const root = document.documentElement;
    let [start, numbers] = [0, 0];
    addEventListener("input", ({ timeStamp }) => (start = timeStamp), { capture: true, once: true });
    const painted = (then: (since: number) => void): void => void requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => then(performance.now() - start);
      port2.postMessage(null);
    });
    const observer = new MutationObserver((changes) => {
      for (const { attributeName } of changes) {
        if (attributeName === "data-answered") painted((since) => (numbers = since));
        if (attributeName === "data-drawing" && !root.hasAttribute("data-drawing")) painted((charts) => finish(charts));
      }
    });
    observer.observe(root, { attributes: true });
    const idle = setInterval(() => numbers > 0 && !root.hasAttribute("data-drawing") && finish(null), 1500);
    const finish = (charts: number | null): void => {
      clearInterval(idle);
      observer.disconnect();
      resolve({ numbers, charts });
    };
  });
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
