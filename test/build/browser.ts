import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContext } from "playwright-core";

/** The Chromium that a package brings runs on this kind of machine only. */
export const here = process.platform === "linux" && process.arch === "x64";

/** A Chromium that keeps what it needs in a folder of ours, and sees no fonts but those of the site. */
export async function openBrowser(folder: string): Promise<Browser> {
  const temporary = join(folder, "tmp");
  mkdirSync(temporary, { recursive: true });
  writeFileSync(join(temporary, "fonts.conf"), `<fontconfig><dir>${temporary}/fonts</dir><cachedir>${temporary}/cache</cachedir></fontconfig>`);
  Object.assign(process.env, { AWS_EXECUTION_ENV: "AWS_Lambda_nodejs20.x", TMPDIR: temporary, FONTCONFIG_PATH: temporary });
  const [{ default: chromium }, { chromium: playwright }] = await Promise.all([import("@sparticuz/chromium"), import("playwright-core")]);
  return playwright.launch({ executablePath: await chromium.executablePath(), args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--no-zygote"], headless: true });
}

/** A window of a Chromium that is offline. Functions that are sent to it may have been compiled so that they name themselves. */
export async function openWindow(browser: Browser, options: Parameters<Browser["newContext"]>[0] = {}): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, offline: true, ...options });
  await context.addInitScript("globalThis.__name = (named) => named");
  return context;
}
