import { readdirSync } from "node:fs";
import { openBrowser } from "./test/build/browser.ts";
import { measureLatency } from "./test/live/latency.ts";
const site = process.argv[2]!;
const only = process.argv[3];
const chapters = readdirSync(site).filter((n) => /^\d\d-.*\.html$/.test(n)).map((n) => ({ name: n.replace(".html", "") })).filter(({ name }) => !only || only.split(",").some((o) => name.startsWith(o)));
const browser = await openBrowser("/tmp/lat");
await measureLatency({ chapters } as never, site, browser, { numbers: 50, charts: 200 });
await browser.close();
