/** The command line: `npm run report -- build | verify | values | sensitivity`. Each verb loads only what it needs. */
import { parseArgs } from "node:util";
import { describe, Problem, UsageProblem } from "./problem.ts";
import type { Limits } from "./run/messages.ts";
import type { Request } from "./run/run-report.ts";

const usage = `usage: npm run report -- VERB
  build  [--out DIR] [--set id=value …] [--runs FILE]              writes the site (to site/)
  verify [CHAPTER …] [--format text|json] [--set …] [--runs FILE]  compares every claim with its source
  values CHAPTER [--set id=value …] [--runs FILE]                  prints what a chapter computes, as JSON
  sensitivity VALUE [--format text|json] [--draws N [--seed N]]    how a value hangs on what is assumed
  --runs FILE fits the training runs of a CSV (N, D or C, loss) instead of simulated ones
  --timeout SECONDS (30) and --memory MIB (1024) bound each chapter`;

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (error instanceof Problem) console.error(describe(error.report));
  else if (error instanceof UsageProblem) console.error(error.message);
  else console.error(error);
  process.exitCode = 2;
}

async function main(words: string[]): Promise<number> {
  const { positionals, options } = parse(words);
  const [verb, ...rest] = positionals;
  const chapters = rest.filter((word) => !word.includes("="));
  const request: Request = { root: process.cwd(), wanted: chapters, overrides: overridesOf([...(options.set ?? []), ...rest.filter((word) => word.includes("="))]), runs: options.runs, limits: limitsOf(options) };
  if (verb === "build") {
    if (chapters.length > 0) throw new UsageProblem(`build takes the whole report, not ${chapters[0]}`);
    return (await import("./commands/build.ts")).buildSite(request, options.out ?? "site");
  }
  if (verb === "verify") return (await import("./commands/verify.ts")).verify(request, formatOf(options.format));
  if (verb === "values") {
    if (chapters.length !== 1) throw new UsageProblem("values wants one chapter: npm run report -- values 04");
    return (await import("./commands/values.ts")).values(request);
  }
  if (verb === "sensitivity") {
    if (chapters.length !== 1) throw new UsageProblem("sensitivity wants one value: npm run report -- sensitivity kaplanN");
    return (await import("./commands/sensitivity.ts")).sensitivity(request, chapters[0]!, drawingOf(options), formatOf(options.format));
  }
  if (verb === undefined || verb === "help" || options.help) {
    console.log(usage);
    return options.help || verb === "help" ? 0 : 2;
  }
  throw new UsageProblem(`there is no verb ${verb}\n${usage}`);
}

function parse(words: string[]) {
  try {
    const { positionals, values: options } = parseArgs({
      args: words,
      allowPositionals: true,
      options: {
        set: { type: "string", multiple: true },
        runs: { type: "string" },
        out: { type: "string" },
        format: { type: "string" },
        draws: { type: "string" },
        seed: { type: "string" },
        timeout: { type: "string" },
        memory: { type: "string" },
        help: { type: "boolean", short: "h" },
      },
    });
    return { positionals, options };
  } catch (error) {
    throw new UsageProblem(`${(error as Error).message}\n${usage}`);
  }
}

function overridesOf(settings: readonly string[]): Request["overrides"] {
  const overrides: Request["overrides"] = {};
  for (const setting of settings) {
    const [, id, value] = /^([^=]+)=(.*)$/.exec(setting) ?? [];
    if (id === undefined || value === undefined) throw new UsageProblem(`--set wants id=value: ${setting}`);
    if (Object.hasOwn(overrides, id)) throw new UsageProblem(`--set sets ${id} twice`);
    overrides[id] = value;
  }
  return overrides;
}

function limitsOf({ timeout = "30", memory = "1024" }: { timeout?: string | undefined; memory?: string | undefined }): Limits {
  return { timeout: 1000 * positive("--timeout", timeout, "seconds"), memory: 2 ** 20 * positive("--memory", memory, "MiB") };
}

function positive(option: string, text: string, unit: string): number {
  const value = Number(text);
  if (!(value > 0 && Number.isFinite(value))) throw new UsageProblem(`${option} wants a number of ${unit} above zero: ${text}`);
  return value;
}

function drawingOf({ draws, seed = "1" }: { draws?: string | undefined; seed?: string | undefined }): { draws: number; seed: number } | null {
  return draws === undefined ? null : { draws: whole("--draws", draws, 1), seed: whole("--seed", seed, 0) };
}

function whole(option: string, text: string, least: number): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < least || !Number.isSafeInteger(value)) throw new UsageProblem(`${option} wants a whole number of at least ${least}: ${text}`);
  return value;
}

function formatOf(format = "text"): "text" | "json" {
  if (format !== "text" && format !== "json") throw new UsageProblem(`--format is text or json: ${format}`);
  return format;
}
