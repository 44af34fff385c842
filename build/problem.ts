import leven from "leven";
import type { Place, ProblemReport } from "./glossary.ts";

/** An error of the report's author, at its place. Anything else that is thrown is an error of the generator. */
export class Problem extends Error {
  readonly report: ProblemReport;
  constructor(file: string, place: Place, message: string) {
    super(message);
    this.report = { file, line: place.line, column: place.column, message };
  }
}

/** Words on the command line that mean nothing to the report, or a place it cannot write to; no chapter is to blame. */
export class UsageProblem extends Error {}

/** `chapters/05-chinchilla.md:118:9: parameters must be positive: -1` */
export function describe({ file, line, column, message }: ProblemReport): string {
  return `${file}:${line}:${column}: ${message}`;
}

/** ` (did you mean chips?)` where one of the names is near, else nothing. */
export function didYouMean(name: string, names: Iterable<string>): string {
  const near = [...names]
    .map((candidate) => ({ candidate, distance: leven(name.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ candidate, distance }) => distance <= Math.max(2, candidate.length / 3) || (name.length > 2 && candidate.startsWith(name)))
    .sort((a, b) => a.distance - b.distance);
  return near[0] ? ` (did you mean ${near[0].candidate}?)` : "";
}
