import type { Chapter } from "../glossary.ts";
import { didYouMean, UsageProblem } from "../problem.ts";
import { findChapters, type ChapterFile } from "../project.ts";

/** An exported number of a chapter. */
export interface NamedValue {
  chapter: Chapter;
  name: string;
}

/** The exported number that somebody names: `kaplanN`, or `kaplan.kaplanN` where two chapters have one. */
export function findValue(files: readonly ChapterFile[], wanted: string): NamedValue {
  const [, chapter, name] = /^(?:(.+)\.)?([^.]+)$/.exec(wanted) ?? [];
  if (name === undefined) throw new UsageProblem(`a value is named as kaplanN or as kaplan.kaplanN: ${wanted}`);
  const all = numbersOf(chapter === undefined ? files : findChapters(files, [chapter]));
  const found = all.filter((one) => one.name === name);
  if (found.length === 1) return found[0]!;
  if (found.length > 1) throw new UsageProblem(`${found.length} chapters have a value ${name}: ${found.map((one) => `${one.chapter.name}.${name}`).join(", ")}`);
  throw new UsageProblem(`there is no value ${wanted}${didYouMean(name, all.map((one) => one.name))}: values are the numbers that chapters export, such as ${all[0] ? all[0].name : "none here"}`);
}

function numbersOf(files: readonly ChapterFile[]): NamedValue[] {
  return files.flatMap(({ chapter }) => (chapter ? Object.keys(chapter.front.values).map((name) => ({ chapter, name })) : []));
}
