/** The table of who may import whom. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { expect, test } from "vitest";
import { init, parse } from "es-module-lexer";
import { transformSync } from "esbuild";
import { generatorRoot } from "../../build/project.ts";

await init;

interface Arrow {
  from: string;
  to: string;
}

const arrows: Arrow[] = ["src", "build"].flatMap((room) =>
  sources(room).flatMap((file) => importsOf(file).map((to) => ({ from: file, to: to.startsWith(".") ? relative(generatorRoot, resolve(generatorRoot, dirname(file), to)) : to }))),
);

function sources(room: string): string[] {
  return readdirSync(join(generatorRoot, room), { recursive: true }).map((name) => `${room}/${String(name)}`).filter((name) => name.endsWith(".ts")).sort();
}

function importsOf(file: string): string[] {
  const { code } = transformSync(readFileSync(join(generatorRoot, file), "utf8"), { loader: "ts", tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } } });
  return parse(code)[0].flatMap(({ n }) => n ?? []);
}

test("src imports itself only, and nothing of Node: it runs in a browser", () => {
  expect(arrows.filter(({ from, to }) => from.startsWith("src/") && !to.startsWith("src/"))).toEqual([]);
});

test("build never imports src", () => {
  expect(arrows.filter(({ from, to }) => from.startsWith("build/") && to.startsWith("src/"))).toEqual([]);
});

test("the words, the door and the pages that answer run in a browser: they import no Node", () => {
  const inDoor = ({ from }: Arrow): boolean => /^build\/(words|live\/page)\//.test(from) || from === "build/run/door.ts" || from === "build/run/run-chapter.ts";
  expect(arrows.filter((arrow) => inDoor(arrow) && arrow.to.startsWith("node:"))).toEqual([]);
});

test("nothing but its own scripts knows what runs in a page", () => {
  expect(arrows.filter(({ from, to }) => to.startsWith("build/live/page/") && !from.startsWith("build/live/"))).toEqual([]);
});

test("no import goes in a circle", () => {
  const next = grouped(arrows, ({ from }) => from);
  const circles: string[] = [];
  const walk = (file: string, path: string[]): void => {
    if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(" → "));
    else if (!done.has(file)) for (const { to } of next.get(file) ?? []) walk(to, [...path, file]);
    done.add(file);
  };
  const done = new Set<string>();
  for (const file of next.keys()) walk(file, []);
  expect(circles).toEqual([]);
});

test("a package is imported in one file, but for these", () => {
  const packages = grouped(arrows.filter(({ to }) => !/^(\.|node:|src\/|build\/)/.test(to)), ({ to }) => to.replace(/^shiki\/.*/, "shiki"));
  const wide = [...packages].map(([name, from]) => [name, [...new Set(from.map((arrow) => arrow.from))]] as const).filter(([, from]) => from.length > 1);
  expect(Object.fromEntries(wide)).toEqual({
    esbuild: ["build/live/scripts.ts", "build/run/bundle.ts", "build/run/runner.ts", "build/weave/run-form.ts"],
  });
});

function grouped(all: readonly Arrow[], by: (arrow: Arrow) => string): Map<string, Arrow[]> {
  const groups = new Map<string, Arrow[]>();
  for (const arrow of all) groups.set(by(arrow), [...(groups.get(by(arrow)) ?? []), arrow]);
  return groups;
}
