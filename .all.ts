import { readdirSync } from "node:fs";
import { openBrowser, openWindow } from "./test/build/browser.ts";
const [site, only, most="99"] = process.argv.slice(2) as string[];
const browser = await openBrowser("/tmp/lat");
const pages = readdirSync(site).filter((n) => /^\d\d-.*\.html$/.test(n)).filter((n) => !only || only.split(",").some((o) => n.startsWith(o)));
const pick = [["change","#change live.js"],["run","run answer.js"],["show","#show answer.js"],["draw","#draw answer.js"],["spec","get spec answer.js"],["gc","(garbage collector) "]];
console.log("".padEnd(46)+pick.map(([p])=>p!.padStart(8)).join(""));
for (const file of pages) {
  const ctx = await openWindow(browser);
  const page = await ctx.newPage();
  page.on("pageerror", (e) => console.log("ERR", e.message));
  await page.goto(`file://${site}/${file}`);
  await page.evaluate(() => ((document.querySelector<HTMLDetailsElement>(".live details")!).open = true));
  const ids = await page.evaluate(() => [...document.querySelectorAll<HTMLElement>(".live [data-control]")].filter((c) => c.querySelector("[type=range]")).map((c) => c.dataset.control!));
  const cdp = await ctx.newCDPSession(page);
  await cdp.send("Profiler.enable"); await cdp.send("Profiler.setSamplingInterval", { interval: 200 });
  for (const id of ids.slice(0, Number(most))) {
    const s = page.locator(`.live [data-control="${id}"] [type=range]`);
    await s.focus();
    const at = await s.evaluate((e: HTMLInputElement) => Number(e.value) / Number(e.max));
    const dir = at < 0.5 ? "ArrowRight" : "ArrowLeft";
    for (let i = 0; i < 3; i++) { await page.keyboard.press(dir); await page.waitForTimeout(250); }
    await cdp.send("Profiler.start");
    const N = 5;
    for (let i = 0; i < N; i++) { await page.keyboard.press(dir); await page.waitForTimeout(400); }
    const { profile } = await cdp.send("Profiler.stop") as any;
    const nodes = new Map<number, any>(profile.nodes.map((n: any) => [n.id, n]));
    const parent = new Map<number, number>(); for (const n of profile.nodes) for (const c of n.children ?? []) parent.set(c, n.id);
    const total = new Map<string, number>();
    profile.samples.forEach((sm: number, i: number) => {
      const dt = profile.timeDeltas[i] / 1000 / N; const seen = new Set<string>();
      for (let x: number | undefined = sm; x !== undefined; x = parent.get(x)) { const c = nodes.get(x).callFrame; const k = `${c.functionName} ${c.url.split("/").pop()}`; if (!seen.has(k)) { seen.add(k); total.set(k, (total.get(k) ?? 0) + dt); } }
    });
    console.log(`${file.slice(0, 22).padEnd(23)} ${id.padEnd(22)}` + pick.map(([, k]) => (total.get(k!) ?? 0).toFixed(1).padStart(8)).join(""));
    await page.locator(`.live [data-control="${id}"] [data-reset]`).click(); await page.waitForTimeout(300);
  }
  await ctx.close();
}
await browser.close();
