import { readFileSync } from "node:fs";
import Module from "node:module";
import { relative } from "node:path";
import type { Check } from "../../build/glossary.ts";
import { generatorRoot, readChapters } from "../../build/project.ts";
import { bundleChapters } from "../../build/run/bundle.ts";
import { cardOf } from "../../build/run/card.ts";
import { dependencyOrder } from "../../build/run/order.ts";
import { type ChapterFunction, type Finished, runChapter } from "../../build/run/run-chapter.ts";
import { runForm } from "../../build/weave/run-form.ts";
import { weave } from "../../build/weave/weave.ts";
import { readWorks } from "../../build/works.ts";
import type { Finding } from "./findings.ts";
import { instrument } from "./instrument.ts";
import { mutation, type Read } from "./runtime.ts";

/**
 * Runs every chapter as it is, and then again for each constant of `src` that it read, itself or through a chapter that it
 * imports, moved up and moved down, until a check of one disagrees. A check whose value is the constant itself has not.
 */
export async function findingsOfChapters(moving: ReadonlySet<string>, runtime: string): Promise<Finding[]> {
  const report = await evaluated(moving, runtime);
  const noticed = new Set<string>();
  return report.order.flatMap((name) => {
    const left = [...report.reads.get(name)!].flatMap(([id, read]) => ([1, -1] as const).filter((direction) => !noticed.has(`${id} ${direction}`)).map((direction) => ({ id, read, direction })));
    console.log(`${name}: ${report.reads.get(name)!.size} constants, ${left.length} moves that no chapter before has noticed`);
    const findings = left.map(({ id, read, direction }): Finding => ({ id, direction, ...report.under(name, { id, direction }, read) }));
    for (const { id, direction, how } of findings) if (how === "killed") noticed.add(`${id} ${direction}`);
    return findings;
  });
}

interface Evaluated {
  /** chapters after those they import */
  readonly order: string[];
  /** what each chapter read, itself and through others */
  readonly reads: Map<string, Map<string, Read>>;
  under(name: string, moved: { id: string; direction: 1 | -1 }, read: Read): Pick<Finding, "how" | "test">;
}

async function evaluated(moving: ReadonlySet<string>, runtime: string): Promise<Evaluated> {
  const files = readChapters(generatorRoot);
  const chapters = files.map(({ chapter }) => chapter!);
  const forms = new Map(await Promise.all(chapters.map(async (chapter) => [chapter, await runForm(chapter, weave(chapter))] as const)));
  const { bundle } = await bundleChapters(generatorRoot, forms, [{
    name: "mutate",
    setup: ({ onLoad }) => onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path }) => {
      const file = relative(generatorRoot, path);
      const text = readFileSync(path, "utf8");
      return { contents: moving.has(file) ? instrument(file, text, runtime).code : text, loader: "ts" };
    }),
  }]);
  const script = new Module(bundle.file) as Module & { _compile(code: string, file: string): void };
  script._compile(bundle.code, bundle.file);
  const functions = (script.exports as { chapters: Record<string, ChapterFunction> }).chapters;
  const works = Object.fromEntries(Object.values(readWorks(generatorRoot)).map(({ key, short }) => [key, short]));
  const cards = new Map(chapters.map((chapter) => [chapter.name, cardOf(chapter)]));
  const imports = new Map(chapters.map((chapter) => [chapter.name, [...new Set(chapter.imports.filter(({ from }) => from.endsWith(".md")).map(({ from }) => from.slice(2, -3)))]]));
  const order = dependencyOrder(chapters).order.map(({ name }) => name);
  const reads = new Map<string, Map<string, Read>>();
  const asTheyAre = new Map<string, Finished>();
  for (const name of order) {
    mutation.read.clear();
    asTheyAre.set(name, run(name, asTheyAre));
    reads.set(name, new Map([...imports.get(name)!.flatMap((other) => [...reads.get(other)!]), ...mutation.read]));
    if (asTheyAre.get(name)!.run.problems.length > 0) throw new Error(`${name} fails before anything is moved: ${asTheyAre.get(name)!.run.problems[0]!.message}`);
  }
  return { order, reads, under };

  /** Runs a chapter; those it imports are taken from `done`, or run if they are not there. */
  function run(name: string, done: Map<string, Finished>): Finished {
    const request = (from: string): Finished => {
      const needed = from.slice(2, -3);
      if (!done.has(needed)) done.set(needed, run(needed, done));
      return done.get(needed)!;
    };
    return runChapter(name, functions[name]!, cards.get(name)!, {}, request, { works, siteOf: () => null, drawingLater: false, placeOf: () => ({ line: 1, column: 1 }), report: (error, otherwise) => ({ ...otherwise, message: String(error) }), reached: () => undefined });
  }

  function under(name: string, moved: { id: string; direction: 1 | -1 }, read: Read): Pick<Finding, "how" | "test"> {
    mutation.moved = moved;
    const untouched = [...asTheyAre].filter(([other]) => other !== name && !reads.get(other)!.has(moved.id));
    const { checks } = run(name, new Map(untouched)).run;
    mutation.moved = undefined;
    const red = checks.filter(({ verdict }) => verdict === "disagrees");
    const noticed = red.find((check) => !isItself(check, read.value + moved.direction * read.step));
    if (noticed) return { how: "killed", test: `${name} › ${noticed.claim}` };
    return red[0] ? { how: "states it", test: `${name} › ${red[0].claim}` } : { how: "unnoticed", test: name };
  }
}

function isItself({ value }: Check, moved: number): boolean {
  return typeof value === "number" && Math.abs(value / moved - 1) < 1e-9;
}
