/** What holds for every file of the library. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { parseSync } from "vite";
import { expect, test } from "vitest";
import { generatorRoot } from "../../build/project.ts";
import { type Constant, constantObjects, numbersOf } from "../mutate/constants.ts";

const files = readdirSync(join(generatorRoot, "src"), { recursive: true }).map((name) => `src/${String(name)}`).filter((name) => name.endsWith(".ts")).sort();
const text = (file: string) => readFileSync(join(generatorRoot, file), "utf8");
const modules = new Map(await Promise.all(files.map(async (file) => [file, (await import(join(generatorRoot, file))) as Record<string, unknown>] as const)));

/** Numbers that mathematics defines and nobody publishes. */
const ownDefinitions = ["src/transformer/matmul.ts passes", "src/muennighoff/", "src/transformer/vocabulary.ts"];

test("src builds for a browser, all of it", async () => {
  const { errors, outputFiles } = await build({ entryPoints: files, absWorkingDir: generatorRoot, bundle: true, platform: "browser", format: "esm", write: false, outdir: "out", logLevel: "silent" });
  expect([errors, outputFiles.length]).toEqual([[], files.length]);
});

test("every published constant names its source and the place in it, and how sure we are", () => {
  const without = exportedConstants().filter(({ file, constant }) => !ancestors(file, constant).some((object) => ["source", "where", "confidence"].every((key) => key in object)));
  expect(without.map(({ constant }) => `${constant.id} ${constant.path.join(".")}`)).toEqual([]);
});

test("every law that was fitted to runs says between which ends, for each of its quantities", () => {
  const fitted = [...modules].flatMap(([file, module]) => Object.entries(module).flatMap(([name, value]) => withFittedOn(value, `${file} ${name}`)));
  expect(fitted.length).toBeGreaterThan(20);
  for (const { name, law } of fitted) {
    const ranges = Object.values((law.range ?? {}) as Record<string, { from: number; to: number }>);
    expect(ranges.length, name).toBeGreaterThan(0);
    for (const { from, to } of ranges) expect(from <= to && from > 0, `${name}: ${from} to ${to}`).toBe(true);
  }
});

test("every exported function has a doc comment", () => {
  const bareFunctions = files.flatMap((file) => {
    const { program, comments } = parseSync(file, text(file));
    const exported = program.body.filter((node) => node.type === "ExportNamedDeclaration" && node.declaration?.type === "FunctionDeclaration");
    return exported.filter(({ start }) => !comments.some(({ value, end }) => value.startsWith("*") && /^\s*$/.test(text(file).slice(end, start)))).map(({ start }) => `${file}: ${text(file).slice(start, start + 60)}`);
  });
  expect(bareFunctions).toEqual([]);
});

function exportedConstants(): { file: string; constant: Constant }[] {
  return files.flatMap((file) =>
    constantObjects(file, text(file))
      .filter(({ path: [name] }) => name! in modules.get(file)! && !ownDefinitions.some((own) => `${file} ${name}`.startsWith(own)))
      .flatMap((object) => numbersOf(object, file, text(file)).map((constant) => ({ file, constant }))),
  );
}

/** The exported object and those within it on the way to a constant. */
function ancestors(file: string, { path }: Constant): object[] {
  const way: object[] = [];
  let value: unknown = modules.get(file);
  for (const key of path) {
    value = (value as Record<string, unknown>)[key];
    if (typeof value === "object" && value !== null) way.push(value);
  }
  return way;
}

function withFittedOn(value: unknown, name: string): { name: string; law: Record<string, unknown> }[] {
  if (typeof value !== "object" || value === null) return [];
  const object = value as Record<string, unknown>;
  if (typeof object.fittedOn === "string") return [{ name, law: object }];
  return Object.entries(object).flatMap(([key, child]) => withFittedOn(child, `${name}.${key}`));
}
