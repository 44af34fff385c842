import { spawn } from "node:child_process";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import type { Chapter, ProblemReport } from "./glossary.ts";
import { generatorRoot } from "./project.ts";
import { scope } from "./weave/weave.ts";

/**
 * The type errors of woven chapters, at their places in the Markdown.
 * The compiler reads files, so the modules are written to the dotted folder, in a tree that lies over the project's own.
 */
export async function typeProblems(root: string, woven: ReadonlyMap<Chapter, string>): Promise<ProblemReport[]> {
  if (woven.size === 0) return [];
  const folder = join(root, ".report", `types-${process.pid}-${++asked}`);
  try {
    mkdirSync(join(folder, "chapters"), { recursive: true });
    for (const [{ name }, text] of woven) writeFileSync(join(folder, "chapters", `${name}.md.ts`), text);
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(configuration(root, folder)));
    return reports(await compiler(["-p", join(folder, "tsconfig.json"), "--pretty", "false"], root), relative(root, folder), woven);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The type errors of the program itself: `src`, `build` and `test`, by the configuration of the project. What was checked is remembered in the dotted folder. */
export async function projectTypeProblems(root: string): Promise<ProblemReport[]> {
  if (!existsSync(join(root, "tsconfig.json"))) return [];
  return reports(await compiler(["-p", "tsconfig.json", "--pretty", "false", "--incremental", "--tsBuildInfoFile", join(".report", "project.tsbuildinfo")], root), "", new Map());
}

let asked = 0;

/** Chapters see the language and nothing of Node: they are pure. */
function configuration(root: string, folder: string): object {
  return {
    extends: join(generatorRoot, "tsconfig.json"),
    compilerOptions: {
      lib: ["ES2023"],
      types: [],
      rootDirs: [root, folder],
      paths: { [scope]: [join(generatorRoot, "build/words/scope.ts")] },
      noUnusedLocals: false,
      noUnusedParameters: false,
    },
    include: [join(folder, "chapters")],
  };
}

async function compiler(options: string[], root: string): Promise<string> {
  const program = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin/tsc");
  const child = spawn(process.execPath, [program, ...options], { cwd: root, stdio: ["ignore", "pipe", "inherit"] });
  let text = "";
  for await (const chunk of child.stdout) text += chunk;
  return text;
}

/** `chapters/x.md.ts(2,21): error TS2322: Type …`, with lines of detail below it. */
function reports(text: string, folder: string, woven: ReadonlyMap<Chapter, string>): ProblemReport[] {
  const found: ProblemReport[] = [];
  for (const line of text.split("\n")) {
    const parts = /^(?<file>\S.*)\((?<line>\d+),(?<column>\d+)\): error TS\d+: (?<message>.*)$/.exec(line)?.groups;
    if (!parts) {
      if (/^error /.test(line)) throw new Error(`the type checker did not start: ${line}`);
      continue;
    }
    const path = parts.file!.replaceAll("\\", "/").replace(folder && `${folder.replaceAll("\\", "/")}/`, "").replace(/\.md\.ts$/, ".md");
    const word = /^Import declaration conflicts with local declaration of '(.+)'/.exec(parts.message!)?.[1];
    const message = word ? `${word} is a word of every chapter, and a cell declares it too: give that another name` : parts.message!.charAt(0).toLowerCase() + parts.message!.slice(1).replace(/ Did you mean '(.+)'\?$/, " (did you mean $1?)").replace(/\. Do you need to .*$/, "").replace(/^(annot find name '.+?')\.?$/, "$1: declare it in a cell, or import it from a law or a chapter");
    found.push({ file: path, line: Number(parts.line), column: Number(parts.column), message });
  }
  const ours = new Set([...woven.keys()].map(({ file }) => file));
  return found.sort((a, b) => Number(ours.has(b.file)) - Number(ours.has(a.file)));
}
