import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { compareRuns } from "../../build/run/compare-runs.ts";
import { prepare, type Report } from "../../build/run/run-report.ts";
import { openWindow } from "../build/browser.ts";
import { expectedOf } from "./expected.ts";
import type { Setting } from "./random-settings.ts";
import { differences } from "./shown-on-page.ts";

/** How the pages of a site answered: where they differ from Node, how many things were compared, and how many settings both refused. */
export interface Compared {
  faults: string[];
  things: number;
  refused: number;
}

/** Sets each setting on its chapter's page by the address, and compares what the page shows with what Node computes. */
export async function compareWithNode(report: Report, root: string, site: string, browser: Browser, settings: readonly Setting[]): Promise<Compared> {
  const compared: Compared = { faults: [], things: 0, refused: 0 };
  const runner = await prepare(root, report.chapters.map((chapter) => ({ ...chapter })), { works: report.works, runs: null, limits: { timeout: 60_000, memory: 2 ** 31 } });
  const context = await openWindow(browser);
  try {
    for (const name of new Set(settings.map(({ chapter }) => chapter))) {
      const page = await context.newPage();
      page.on("pageerror", (error) => compared.faults.push(`${name}: ${error.message}`));
      page.on("console", (message) => message.type() === "error" && compared.faults.push(`${name}: ${message.text()}`));
      await page.goto(`file://${join(site, `${name}.html`)}`);
      for (const setting of settings.filter(({ chapter }) => chapter === name)) await compareOne(setting, report, runner, page, compared);
      await page.close();
    }
  } finally {
    runner.close();
    await context.close();
  }
  return compared;
}

async function compareOne(setting: Setting, report: Report, runner: Awaited<ReturnType<typeof prepare>>, page: Page, compared: Compared): Promise<void> {
  const { chapter: name, overrides } = setting;
  const said = `${name}?${new URLSearchParams(overrides).toString()}`;
  const refused = await settle(page, overrides);
  const outcome = await runner.run({ chapter: name, overrides, force: false, withRuns: false });
  if (!("run" in outcome)) return void compared.faults.push(`${said}: Node ${outcome.stopped}`);
  const failed = outcome.run.problems[0]?.message;
  if (failed !== undefined || refused !== null) {
    compared.refused++;
    if (failed === undefined || !refused?.startsWith(failed.replace(/ \(\S+:\d+:\d+\)$/, ""))) compared.faults.push(`${said}: the page says ${refused ?? "nothing is wrong"}, Node ${failed ?? "that nothing is"}`);
    return;
  }
  const reported = report.chapters.find((one) => one.name === name)!;
  const expected = expectedOf(compareRuns(outcome.run, reported.run!), reported.chapter!, report);
  compared.things += Object.keys(expected).length;
  compared.faults.push(...(await page.evaluate(differences, expected)).map((fault) => `${said}: ${fault}`));
}

/** Waits until all of the page stands; what it says where it refuses. */
async function settle(page: Page, overrides: Record<string, string>): Promise<string | null> {
  const state = JSON.stringify(overrides);
  await page.evaluate((query) => (location.hash = `?${query}`), new URLSearchParams(overrides).toString());
  try {
    await page.waitForFunction((wanted) => {
      const { answered, shown, refused } = document.documentElement.dataset;
      return answered === wanted && (shown === wanted || refused !== undefined);
    }, state, { timeout: 30_000, polling: 10 });
  } catch {
    return `no answer to ${state}: its last was to ${await page.evaluate(() => document.documentElement.dataset.answered)}`;
  }
  return page.evaluate(() => document.documentElement.dataset.refused ?? null);
}
