import { parseArgs } from "node:util";
import { describe, Problem, UsageProblem } from "./problem.ts";
import type { Limits } from "./run/messages.ts";
import type { Request } from "./run/run-report.ts";
import { readSettings } from "./settings.ts";
import type { Format } from "./tell/formats.ts";

const formatNames = ["text", "json", "junit", "sarif", "github", "markdown"] as const satisfies readonly Format[];

const usage = `usage: npm run report -- VERB
  build  [--out DIR]                       writes the site (to site/)
  verify [CHAPTER …] [--format FORMAT]     compares every claim with its source, and every number with what was accepted;
         [--output FORMAT=FILE,…]          a FORMAT is ${formatNames.join(", ")}
  accept [CHAPTER …] --reason WHY          accepts numbers that moved and discrepancies that are known
  check                                    type-checks the program and the chapters
  values [CHAPTER …]                       prints what chapters compute, as JSON
  sensitivity VALUE [--format text|json] [--draws N [--seed N]]
                                           how a value hangs on what is assumed, and how far it may be off
  compare A [B] [--format text|json|markdown|html] [--out FILE|DIR]
                                           what changes from A to B: base, a scenario, id=value,… or a git revision
  --set id=value …       changes assumptions, in their unit: chips=2000, mfu="35 %"; --force goes beyond their range
  --scenario NAME|FILE   sets those of a scenario of chapters/scenarios/
  --runs FILE            fits the training runs of a CSV (N, D or C, loss) instead of simulated ones (not for compare)
  --timeout SECONDS (30) and --memory MIB (1024) bound each chapter`;

/** Does what the words say, in the project's folder, and gives the exit code. Each verb loads only what it needs. */
export async function commandLine(words: string[], root: string): Promise<number> {
  try {
    return await obey(words, root);
  } catch (error) {
    if (error instanceof Problem) console.error(describe(error.report));
    else if (error instanceof UsageProblem) console.error(error.message);
    else console.error(error);
    return 2;
  }
}

async function obey(words: string[], root: string): Promise<number> {
  const { positionals, options } = parse(words);
  const [verb, ...rest] = positionals;
  if (verb === undefined || verb === "help" || options.help) {
    console.log(usage);
    return options.help || verb === "help" ? 0 : 2;
  }
  if (verb === "compare") return (await import("./commands/compare.ts")).compare(rest, { ...options, root, limits: limitsOf(options), scenario: scenarioOf(options) });
  const chapters = rest.filter((word) => !word.includes("="));
  const overrides = readSettings([...(options.set ?? []), ...rest.filter((word) => word.includes("="))]);
  const request: Request = { root, wanted: chapters, overrides, scenario: scenarioOf(options), force: options.force, runs: options.runs, limits: limitsOf(options) };
  if (verb === "build") {
    if (chapters.length > 0) throw new UsageProblem(`build takes the whole report, not ${chapters[0]}`);
    return (await import("./commands/build.ts")).buildSite(request, options.out ?? "site");
  }
  if (verb === "verify") return (await import("./commands/verify.ts")).verify(request, { format: formatOf(options.format), outputs: outputsOf(options.output) });
  if (verb === "accept") return (await import("./commands/accept.ts")).accept(standardOnly(request), reasonOf(options.reason));
  if (verb === "check") return (await import("./commands/check.ts")).check(request.root);
  if (verb === "values") return (await import("./commands/values.ts")).values(request);
  if (verb === "sensitivity") {
    if (chapters.length !== 1) throw new UsageProblem("sensitivity wants one value: npm run report -- sensitivity kaplanN");
    return (await import("./commands/sensitivity.ts")).sensitivity(request, chapters[0]!, drawingOf(options), textOrJson(options.format));
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
        scenario: { type: "string", multiple: true },
        force: { type: "boolean" },
        runs: { type: "string" },
        out: { type: "string" },
        format: { type: "string" },
        output: { type: "string", multiple: true },
        reason: { type: "string" },
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

function scenarioOf({ scenario: [scenario, ...more] = [] }: { scenario?: string[] }): string | undefined {
  if (more.length > 0) throw new UsageProblem(`--scenario names one scenario: ${scenario}, ${more.join(", ")}`);
  return scenario;
}

function limitsOf({ timeout = "30", memory = "1024" }: { timeout?: string | undefined; memory?: string | undefined }): Limits {
  return { timeout: 1000 * positive("--timeout", timeout, "seconds"), memory: 2 ** 20 * positive("--memory", memory, "MiB") };
}

function positive(option: string, text: string, unit: string): number {
  const value = Number(text);
  if (!(value > 0 && Number.isFinite(value))) throw new UsageProblem(`${option} wants a number of ${unit} above zero: ${text}`);
  return value;
}

function formatOf(format = "text"): Format {
  const found = formatNames.find((name) => name === format);
  if (!found) throw new UsageProblem(`a format is ${formatNames.join(", ")}: ${format || "nothing"}`);
  return found;
}

function textOrJson(format = "text"): "text" | "json" {
  if (format !== "text" && format !== "json") throw new UsageProblem(`--format is text or json here: ${format}`);
  return format;
}

/** `--output junit=report.xml,sarif=report.sarif` */
function outputsOf(texts: readonly string[] = []): { format: Format; file: string }[] {
  const outputs = texts.flatMap((text) => text.split(",")).map((text) => {
    const [, format, file] = /^([^=]*)=(.+)$/.exec(text) ?? [];
    if (format === undefined || file === undefined) throw new UsageProblem(`--output wants FORMAT=FILE, more of them with commas between: ${text || "nothing"}`);
    return { format: formatOf(format), file };
  });
  const twice = outputs.find(({ file }, index) => outputs.findIndex((other) => other.file === file) < index);
  if (twice) throw new UsageProblem(`--output names ${twice.file} twice`);
  return outputs;
}

function reasonOf(reason = ""): string {
  if (!reason.trim()) throw new UsageProblem('accept wants the reason why it is right that something moved: --reason "why"');
  return reason.trim();
}

function standardOnly(request: Request): Request {
  if (Object.keys(request.overrides).length > 0 || request.scenario !== undefined || request.runs !== undefined) throw new UsageProblem("accept is about the report as it stands, without --set, --scenario and --runs");
  return request;
}

function drawingOf({ draws, seed = "1" }: { draws?: string | undefined; seed?: string | undefined }): { draws: number; seed: number } | null {
  return draws === undefined ? null : { draws: whole("--draws", draws, 1), seed: whole("--seed", seed, 0) };
}

function whole(option: string, text: string, least: number): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < least || !Number.isSafeInteger(value)) throw new UsageProblem(`${option} wants a whole number of at least ${least}: ${text}`);
  return value;
}
