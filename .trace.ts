import { openBrowser, openWindow } from "./test/build/browser.ts";
const [site, name, id, rate="4"] = process.argv.slice(2) as string[];
const browser = await openBrowser("/tmp/lat");
const ctx = await openWindow(browser);
const page = await ctx.newPage();
page.on("pageerror", (e) => console.log("ERR", e.message));
await page.goto(`file://${site}/${name}.html`);
await page.evaluate(() => ((document.querySelector<HTMLDetailsElement>(".live details")!).open = true));
await page.evaluate(() => document.querySelector("figure.chart")?.scrollIntoView({ behavior: "instant", block: "start" }));
await page.locator(`.live [data-control="${id}"] [type=range]`).focus();
for (let i = 0; i < 4; i++) { await page.keyboard.press("ArrowLeft"); await page.waitForTimeout(700); }
const cdp = await ctx.newCDPSession(page);
await cdp.send("Emulation.setCPUThrottlingRate", { rate: Number(rate) });
const events: any[] = [];
cdp.on("Tracing.dataCollected", ({ value }: any) => events.push(...value));
await cdp.send("Tracing.start", { traceConfig: { includedCategories: ["devtools.timeline", "disabled-by-default-devtools.timeline", "blink.user_timing", "loading","input"] } } as never);
for (let i = 0; i < 3; i++) { await page.evaluate(() => performance.mark("step")); await page.keyboard.press("ArrowLeft"); await page.waitForTimeout(1500); }
const done = new Promise((r) => cdp.once("Tracing.tracingComplete", r));
await cdp.send("Tracing.end"); await done;
const main = events.filter((e) => e.name === "EventDispatch" && e.args?.data?.type === "input")[0];
const tid = main.tid, pid = main.pid;
const inputs = events.filter((e) => e.name === "EventDispatch" && e.args?.data?.type === "input" && e.ph === "X").map(e=>e.ts).sort((a,b)=>a-b);
const t0 = inputs.at(-1)!;
for (const e of events.filter((e) => e.pid === pid && e.tid === tid && e.ph === "X" && e.ts >= t0 - 5000 && e.ts < t0 + 900000 && e.dur > Number(process.argv[6] ?? 1500)).sort((a, b) => a.ts - b.ts)) console.log(((e.ts - t0) / 1000).toFixed(1).padStart(8), (e.dur / 1000).toFixed(1).padStart(7), e.name, (e.args?.data?.functionName ?? "") + " " + (e.args?.data?.type ?? "") + (e.name==="Layout"?JSON.stringify(e.args.beginData).slice(0,120):"") + (e.args?.elementCount ?? ""));
await browser.close();
