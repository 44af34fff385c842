import { openBrowser, openWindow } from "./test/build/browser.ts";
const [site, list, dir="ArrowRight", top="14"] = process.argv.slice(2) as string[];
const browser = await openBrowser("/tmp/lat");
for (const item of list.split(";")) {
  const [name, id] = item.split(":");
  const ctx = await openWindow(browser);
  const page = await ctx.newPage();
  page.on("pageerror", (e) => console.log("ERR", e.message));
  await page.goto(`file://${site}/${name}.html`);
  await page.evaluate(() => ((document.querySelector<HTMLDetailsElement>(".live details")!).open = true));
  await page.locator(`.live [data-control="${id}"] [type=range]`).focus();
  for (let i = 0; i < 4; i++) { await page.keyboard.press(dir); await page.waitForTimeout(400); }
  const cdp = await ctx.newCDPSession(page);
  await cdp.send("Profiler.enable"); await cdp.send("Profiler.setSamplingInterval", { interval: 200 });
  await cdp.send("Profiler.start");
  const N = 6;
  for (let i = 0; i < N; i++) { await page.keyboard.press(dir); await page.waitForTimeout(600); }
  const { profile } = await cdp.send("Profiler.stop") as any;
  const nodes = new Map(profile.nodes.map((n: any) => [n.id, n]));
  const parent = new Map<number, number>(); for (const n of profile.nodes) for (const c of n.children ?? []) parent.set(c, n.id);
  const self = new Map<string, number>(), total = new Map<string, number>();
  profile.samples.forEach((s: number, i: number) => {
    const dt = profile.timeDeltas[i] / 1000 / N;
    const nm = (n: any) => `${n.callFrame.functionName || "(anon)"} ${n.callFrame.url.split("/").pop()}:${n.callFrame.lineNumber + 1}`;
    const seen = new Set<string>();
    for (let x: number | undefined = s, first = true; x !== undefined; x = parent.get(x), first = false) { const k = nm(nodes.get(x)); if (first) self.set(k, (self.get(k) ?? 0) + dt); if (!seen.has(k)) { seen.add(k); total.set(k, (total.get(k) ?? 0) + dt); } }
  });
  console.log(`== ${item}: ms per step (unthrottled)`);
  const bad = /^\((root|idle|program)\)/;
  console.log(" self:"); for (const [k, v] of [...self].filter(([k]) => !bad.test(k)).sort((a, b) => b[1] - a[1]).slice(0, Number(top))) console.log(v.toFixed(2).padStart(8), k);
  console.log(" total:"); for (const [k, v] of [...total].filter(([k]) => !bad.test(k)).sort((a, b) => b[1] - a[1]).slice(0, Number(top) * 2)) console.log(v.toFixed(2).padStart(8), k);
  await ctx.close();
}
await browser.close();
