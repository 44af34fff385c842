import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { csvParse } from "d3-dsv";
import { bootstrap } from "../../src/fitting/bootstrap.ts";
import { fitParametric } from "../../src/fitting/fit-parametric.ts";
import { seeded } from "../../src/fitting/random.ts";
import { withoutHighest } from "../../src/fitting/runs.ts";
import { hoffmannGrid } from "../../src/fitting/starts.ts";

/** What the reference says of one way through the grid. */
interface Grid {
  readonly method: string;
  readonly objective_scale: number;
  readonly starts: number;
  readonly cpu_seconds: number;
  readonly reached_best_within_1e_4_relative: number;
  readonly best: { readonly objective: number };
}

interface Reference {
  readonly scipy: string;
  readonly chinchilla: { readonly n240_huber_minimum: { readonly objective: number } } & Record<`grid_${string}`, Grid>;
  readonly bootstrap: { readonly resamples: number; readonly cpu_seconds: number; readonly percentile_2_5: { readonly alpha: number }; readonly percentile_97_5: { readonly alpha: number } };
}

const resamples = 4000;

/**
 * The 4,500 starts of the published grid and 4,000 bootstrap refits of approach 3 on the digitised Chinchilla runs, by this
 * library and by scipy (the script that REPORT_REFERENCE names, the runs in the folder that REPORT_DATA names), in CPU
 * seconds of one run. Exit 0; 1 where the two do not find the same minimum; 2 where something is missing.
 */
export function benchFit(): number {
  const { REPORT_REFERENCE: script, REPORT_DATA: data } = process.env;
  if (!script) return missing("REPORT_REFERENCE names no script of scipy's fits to compare with");
  if (!data) return missing("REPORT_DATA names no folder of runs to fit");
  if (spawnSync("python3", ["-c", "import scipy"]).status !== 0) return missing("scipy is missing: install Debian's python3-scipy");
  console.log("scipy: 4,500 starts by three methods and 4,000 resamples, some four minutes …");
  const answer = spawnSync("python3", [script, "--data", data, "--grid", "full", "--bootstrap", String(resamples), "--skip", "isoflop,muennighoff,routed"], { encoding: "utf8", maxBuffer: 1e8 });
  if (answer.status !== 0) return missing(`the reference failed: ${answer.stderr.trim().split("\n").at(-1)}`);
  return compare(JSON.parse(answer.stdout) as Reference, data);
}

function compare(reference: Reference, data: string): number {
  const runs = withoutHighest(csvParse(readFileSync(join(data, "chinchilla_epoch245.csv"), "utf8")).map(({ N, D, loss }) => ({ N: Number(N), D: Number(D), loss: Number(loss) })), 5);
  const grid = timed(() => fitParametric(runs, { starts: hoffmannGrid() }));
  const draws = timed(() => bootstrap(runs, resamples, seeded(42)));
  const theirs = reference.chinchilla.n240_huber_minimum.objective;
  console.log(`least objective: ours ${grid.value.objective.toPrecision(14)}, scipy ${reference.scipy} after polishing ${theirs.toPrecision(14)}`);
  console.log(`\n4,500 starts of the published grid         CPU s   reach it   scipy / ours`);
  line("ours", grid.seconds, grid.value.reached);
  for (const [name, way] of Object.entries(reference.chinchilla).filter(([name]) => name.startsWith("grid_"))) {
    const { cpu_seconds, reached_best_within_1e_4_relative, method, objective_scale } = way as Grid;
    line(`scipy ${method}${objective_scale === 1 ? "" : `, objective × ${objective_scale}`}${name.includes("default") ? ", default" : ""}`, cpu_seconds, reached_best_within_1e_4_relative, grid.seconds);
  }
  console.log(`\n4,000 bootstrap refits                     CPU s   95 % of α        scipy / ours`);
  const alphas = draws.value.map(({ alpha }) => alpha).sort((a, b) => a - b);
  line("ours", draws.seconds, `${alphas[100]!.toFixed(3)}–${alphas[3899]!.toFixed(3)}`);
  line("scipy BFGS", reference.bootstrap.cpu_seconds, `${reference.bootstrap.percentile_2_5.alpha.toFixed(3)}–${reference.bootstrap.percentile_97_5.alpha.toFixed(3)}`, draws.seconds);
  return Math.abs(grid.value.objective / theirs - 1) < 1e-9 ? 0 : 1;
}

function line(name: string, seconds: number, found: number | string, ours?: number): void {
  console.log(`${name.padEnd(40)} ${seconds.toFixed(2).padStart(7)} ${String(found).padStart(10)}${ours ? `   ${(seconds / ours).toFixed(1)}` : ""}`);
}

function timed<T>(work: () => T): { value: T; seconds: number } {
  const before = process.cpuUsage();
  const value = work();
  const { user, system } = process.cpuUsage(before);
  return { value, seconds: (user + system) / 1e6 };
}

function missing(what: string): number {
  console.error(what);
  return 2;
}
