import { relative, sep } from "node:path";
import type { Place, ProblemReport } from "../glossary.ts";

interface Frame extends Place {
  file: string;
}

/** Where an error of a chapter is: the first line of Markdown on its way up, with the law it was thrown in beside it. */
export function reportError(error: unknown, root: string, otherwise: ProblemReport): ProblemReport {
  const message = messageOf(error);
  const frames = framesOf(error, root);
  const inChapter = frames.find(({ file }) => file.startsWith("chapters/") && file.endsWith(".md"));
  const top = frames[0];
  const inLaw = top?.file.startsWith("src/") ? ` (${top.file}:${top.line}:${top.column})` : "";
  return { ...otherwise, ...inChapter, message: `${message}${inLaw}` };
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return `something other than an error was thrown: ${String(error)}`;
  return error.message || error.name;
}

/** The frames of the stack that lie in the project, already mapped by Node to what was written. */
function framesOf(error: unknown, root: string): Frame[] {
  const stack = error instanceof Error ? String(error.stack) : "";
  return [...stack.matchAll(/^\s+at (?:.*\()?(?:file:\/\/)?(.+?):(\d+):(\d+)\)?$/gm)]
    .map(([, file, line, column]) => ({ file: relative(root, file!).split(sep).join("/"), line: Number(line), column: Number(column) }))
    .filter(({ file }) => !file.startsWith("..") && !file.startsWith(".report"));
}
