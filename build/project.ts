import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Chapter, ProblemReport } from "./glossary.ts";
import { didYouMean, Problem, UsageProblem } from "./problem.ts";
import { read } from "./read/read.ts";

/** The folder that the generator itself lives in: its templates, fonts and words. */
export const generatorRoot = resolve(fileURLToPath(new URL("..", import.meta.url)));

/** A chapter, or why it could not be read. */
export interface ChapterFile {
  name: string;
  file: string;
  chapter: Chapter | null;
  problems: ProblemReport[];
}

/** Reads the chapters of a project in the order of their numbers. Each that cannot be read keeps its reason; the others stay. */
export function readChapters(root: string): ChapterFile[] {
  const folder = join(root, "chapters");
  if (!existsSync(folder)) throw new Problem("chapters", { line: 1, column: 1 }, "a report has a folder of chapters, and there is none here");
  const names = readdirSync(folder).filter((name) => name.endsWith(".md")).sort();
  if (names.length === 0) throw new Problem("chapters", { line: 1, column: 1 }, "a report has chapters, such as 01-the-question.md, and there is none here");
  const files = names.map((name) => readChapter(root, `chapters/${name}`));
  for (const one of files) one.problems.push(...misnamed(one, files));
  for (const one of files) one.problems.push(...missingImports(root, one, names));
  return files;
}

function readChapter(root: string, file: string): ChapterFile {
  const name = basename(file, ".md");
  try {
    return { name, file, chapter: read(file, readFileSync(join(root, file), "utf8")), problems: [] };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { name, file, chapter: null, problems: [error.report] };
  }
}

function misnamed({ name, file }: ChapterFile, files: readonly ChapterFile[]): ProblemReport[] {
  const at = { file, line: 1, column: 1 };
  if (!/^\d+-[\w-]+$/.test(name)) return [{ ...at, message: "the file name of a chapter is its number and its name: 05-chinchilla.md" }];
  const twin = files.find((other) => other.name !== name && Number.parseInt(other.name, 10) === Number.parseInt(name, 10));
  return twin && twin.name < name ? [{ ...at, message: `two chapters have this number: ${twin.file} and this one` }] : [];
}

function missingImports(root: string, { chapter, file }: ChapterFile, names: readonly string[]): ProblemReport[] {
  return (chapter?.imports ?? [])
    .filter(({ from }) => !existsSync(join(root, "chapters", from)))
    .map(({ from, line, column }) => ({ file, line, column, message: `there is no ${from}${didYouMean(from, [...names.map((name) => `./${name}`), ...laws(root)])}` }));
}

/** What a chapter may import of the laws, as it would write it. */
function laws(root: string): string[] {
  const folder = join(root, "src");
  return existsSync(folder) ? readdirSync(folder, { recursive: true }).map((name) => `../src/${String(name).replaceAll("\\", "/")}`).filter((name) => name.endsWith(".ts")) : [];
}

/** The chapters that somebody names: by number, file name or name (`04`, `04-kaplan`, `chapters/04-kaplan.md`, `kaplan`). */
export function findChapters(files: readonly ChapterFile[], wanted: readonly string[]): ChapterFile[] {
  if (wanted.length === 0) return [...files];
  return wanted.map((word) => {
    const name = basename(word.replaceAll("\\", "/"), ".md");
    const found = files.find((one) => one.name === name || one.name.replace(/^\d+-/, "") === name || (/^\d+$/.test(name) && Number.parseInt(one.name, 10) === Number(name)));
    if (!found) throw new UsageProblem(`there is no chapter ${word}${didYouMean(name, files.flatMap((one) => [one.name, one.name.replace(/^\d+-/, "")]))}: they are ${files.map((one) => one.name).join(", ")}`);
    return found;
  });
}
