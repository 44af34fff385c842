import { describe, didYouMean, Problem, UsageProblem } from "../problem.ts";
import { runReport, runReports, type Changes, type Report, type Request } from "../run/run-report.ts";
import { findScenario, scenarioNames } from "../scenario.ts";
import { readSettings } from "../settings.ts";
import { treeOf, withTree } from "./revision.ts";

/** One of the two that are compared: the report as it is or at a revision, under changes. */
export interface Side {
  /** As it was named. */
  name: string;
  changes: Changes;
  revision: { name: string; tree: string } | null;
}

/** What the command line sets beside the names of the two sides. */
export interface Beside {
  set?: string[] | undefined;
  scenario?: string | undefined;
  force?: boolean | undefined;
}

/**
 * The two sides that words name. Each is `base`, a scenario, a git revision or settings, `chips=64,mfu=0.5`, which may follow one of the
 * former after a comma. What stands beside them is set on the second, which is the first without another name. One name alone is compared
 * with the report as it is.
 */
export function readSides(root: string, words: readonly string[], { set = [], scenario, force }: Beside): [Side, Side] {
  if (words.length > 2 || (words.length === 0 && set.length === 0 && scenario === undefined)) throw new UsageProblem(`compare wants two reports: npm run report -- compare base small-lab, not ${words.join(" ") || "nothing"}`);
  const sides = words.map((word) => readSide(root, word, force));
  const base = readSide(root, "base", force);
  const beside = (side: Side): Side => withSettings(scenario === undefined ? side : underScenario(side, scenario), set);
  if (sides[1]) return [sides[0]!, beside(sides[1])];
  if (set.length > 0 || scenario !== undefined) return [sides[0] ?? base, beside(sides[0] ?? base)];
  return sides[0]!.revision ? [sides[0]!, base] : [base, sides[0]!];
}

function readSide(root: string, word: string, force: boolean | undefined): Side {
  const [first, ...rest] = word.split(/,\s*(?=[A-Za-z][\w.-]*=)/) as [string, ...string[]];
  const isSetting = first.includes("=");
  const side: Side = { name: isSetting ? "base" : first, changes: { overrides: {}, force }, revision: null };
  return withSettings(isSetting ? side : named(root, first, side), isSetting ? [first, ...rest] : rest);
}

function named(root: string, word: string, side: Side): Side {
  if (word === "base") return side;
  if (findScenario(root, word)) return { ...side, changes: { ...side.changes, scenario: word } };
  const name = word.replace(/^rev:/, "");
  const tree = treeOf(root, name);
  if (tree) return { ...side, revision: { name, tree } };
  throw new UsageProblem(`there is no ${word === name ? "scenario and no " : ""}revision ${name}${didYouMean(name, ["base", ...scenarioNames(root)])}: compare takes base, ${[...scenarioNames(root), "id=value"].join(", ")} or a git revision`);
}

function underScenario(side: Side, scenario: string): Side {
  if (side.changes.scenario !== undefined) throw new UsageProblem(`the second report is a scenario already, ${side.changes.scenario}: name ${scenario} in its place`);
  return { ...side, name: nameOf(side, scenario), changes: { ...side.changes, scenario } };
}

function withSettings(side: Side, words: readonly string[]): Side {
  if (words.length === 0) return side;
  const overrides = readSettings([...Object.entries(side.changes.overrides).map(([id, text]) => `${id}=${text}`), ...words]);
  return { ...side, name: nameOf(side, ...words), changes: { ...side.changes, overrides } };
}

function nameOf({ name }: Side, ...more: string[]): string {
  return [...(name === "base" ? [] : [name]), ...more].join(", ");
}

/** Both reports, whole. Chapters that are the same for both are read and woven once. */
export async function runSides(root: string, [old, fresh]: readonly [Side, Side], limits: Request["limits"]): Promise<[Report, Report]> {
  if (!old.revision && !fresh.revision) return (await runReports({ root, wanted: [], limits }, [old.changes, fresh.changes])) as [Report, Report];
  return [await runSide(root, old, limits), await runSide(root, fresh, limits)];
}

async function runSide(root: string, { revision, changes }: Side, limits: Request["limits"]): Promise<Report> {
  const request = { wanted: [], limits, ...changes };
  if (!revision) return runReport({ root, ...request });
  try {
    const report = await withTree(root, revision.tree, (folder) => runReport({ root: folder, ...request }));
    const [problem] = report.chapters.flatMap(({ problems }) => problems);
    if (problem) throw new Problem(problem.file, problem, problem.message);
    return report;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    throw new UsageProblem(strange(revision.name, error));
  }
}

/** Why this generator cannot run what an older one, or one to come, could. */
function strange(revision: string, { report }: Problem): string {
  const word = /^cannot find name '(.+?)'/.exec(report.message)?.[1];
  return word ? `this generator does not know the word ${word} of ${revision}: ${describe(report)}` : `this generator cannot run ${revision}: ${describe(report)}`;
}
