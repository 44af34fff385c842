/**
 * Moves every number of the constant objects of `src`, one at a time, up and down, by 1 % or one unit of its last printed
 * digit, whichever is larger, and asks the tests of `src` whether they notice both; with `--verify` it asks the checks of
 * the chapters, of the constants that a chapter reads. `npm run mutate [-- --verify] [-- src/kaplan …]` prints the test or
 * claim that noticed each, then those that none did, and ends with `killed N of M`; exit 1 below 97 %, or 90 % of the checks.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { startVitest } from "vitest/node";
import { generatorRoot } from "../../build/project.ts";
import type { Constant } from "./constants.ts";
import type { Finding } from "./findings.ts";
import { instrument } from "./instrument.ts";
import { findingsOfChapters } from "./verify.ts";

const byChecks = process.argv.includes("--verify");
const wanted = byChecks ? 0.9 : 0.97;
const runtime = join(generatorRoot, "test/mutate/runtime.ts");
const chosen = process.argv.slice(2).filter((word) => word !== "--verify");

const all = sources().flatMap((file) => instrument(file, text(file), runtime).constants);
if (all.length === 0) fail(`no constant in ${chosen.join(", ")}; wanted a file or a folder of src`);
console.log(`${all.length} constants, each moved up and down, against ${byChecks ? "the checks of the chapters that read it" : "the tests of src"}`);
const findings = byChecks ? await findingsOfChapters(new Set(sources()), runtime) : await findingsOfTests();
const constants = byChecks ? all.filter(({ id }) => findings.some((finding) => finding.id === id)) : all;
const verdicts = constants.map((constant) => verdict(constant, findings.filter(({ id }) => id === constant.id)));
for (const { line, killed } of verdicts) if (killed) console.log(line);
for (const { line, killed } of verdicts) if (!killed) console.log(line);
const killed = verdicts.filter((each) => each.killed).length;
console.log(`killed ${killed} of ${constants.length}`);
process.exit(killed >= wanted * constants.length ? 0 : 1);

function sources(): string[] {
  const all = readdirSync(join(generatorRoot, "src"), { recursive: true }).map((name) => `src/${String(name)}`).filter((name) => name.endsWith(".ts")).sort();
  return chosen.length ? all.filter((file) => chosen.some((path) => file === path || file.startsWith(`${path.replace(/\/$/, "")}/`))) : all;
}

function text(file: string): string {
  return readFileSync(join(generatorRoot, file), "utf8");
}

/** Runs the tests of src with every number of the chosen files able to move. */
async function findingsOfTests(): Promise<Finding[]> {
  const folder = mkdtempSync(join(tmpdir(), "mutate-"));
  const file = join(folder, "findings.jsonl");
  const moving = new Set(sources());
  const tests = await startVitest("test", [], {
    root: generatorRoot, watch: false, include: ["test/src/**/*.test.ts"], includeTaskLocation: true, testTimeout: 600_000, reporters: ["dot"],
    runner: join(generatorRoot, "test/mutate/runner.ts"), provide: { findings: file } as never,
  }, {
    plugins: [{
      name: "mutate", enforce: "pre",
      transform(code: string, id: string) {
        const name = relative(generatorRoot, id);
        return moving.has(name) ? { code: instrument(name, code, runtime).code, map: null } : undefined;
      },
    }],
  });
  const broken = tests.state.getCountOfFailedTests() > 0 || tests.state.getUnhandledErrors().length > 0;
  await tests.close();
  if (broken) fail("tests of src fail before anything is moved: wanted npx vitest run test/src to pass");
  const lines = readFileSync(file, { encoding: "utf8", flag: "a+" });
  rmSync(folder, { recursive: true });
  return lines.split("\n").filter(Boolean).map((line) => JSON.parse(line) as Finding);
}

function verdict({ id, path, raw }: Constant, found: Finding[]): { killed: boolean; line: string } {
  const by = ([1, -1] as const).map((direction) => found.find((finding) => finding.direction === direction && finding.how === "killed"));
  const subject = `${id} ${path.join(".")} ${raw}`;
  if (by[0] && by[1]) return { killed: true, line: `killed    ${subject}: ${[...new Set(by.map((finding) => finding!.test))].join("; ")}` };
  const missed = ["up", "down"].filter((_, i) => !by[i]).join(" and ");
  const stating = found.find(({ how }) => how === "states it");
  const why = found.length === 0 ? "no test reads it" : stating ? `moved ${missed}, only what states it fails: ${stating.test}` : `moved ${missed}, nothing fails`;
  return { killed: false, line: `survived  ${subject}: ${why}` };
}

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}
