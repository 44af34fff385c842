import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished, vi } from "vitest";
import { commandLine } from "../../build/command-line.ts";
import { describe as describeProblem, Problem } from "../../build/problem.ts";
import { generatorRoot } from "../../build/project.ts";
import { runReport, type Report, type Request } from "../../build/run/run-report.ts";

/** A project in a folder of its own, gone after the test. */
export function project(files: Record<string, string>): string {
  const root = temporary(files);
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  return root;
}

/** The same for all tests of a file, gone with the process. */
export function temporary(files: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), "report-"));
  if (temporaries.push(root) === 1) process.once("exit", () => temporaries.forEach((one) => rmSync(one, { recursive: true, force: true })));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  return root;
}

const temporaries: string[] = [];

/** A chapter of one cell, whose code begins on line 5. */
export function cell(code: string): string {
  return `---\ntitle: A chapter\n---\n\`\`\`ts\n${code}\n\`\`\`\n`;
}

export const limits: Request["limits"] = { timeout: 2000, memory: 256 * 2 ** 20 };

/** Runs a project in this process. */
export function run(files: Record<string, string>, request: Partial<Request> = {}): Promise<Report> {
  return runReport({ root: project(files), wanted: [], overrides: {}, limits, ...request });
}

/** The problem that reading ends with: `data/runs.csv:2:3: …`; without one the test fails. */
export function toldBy(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (error instanceof Problem) return describeProblem(error.report);
    throw error;
  }
  throw new Error("it was read without a problem");
}

/** All that is wrong, as the command line would say it. */
export function problems({ chapters }: Report): string[] {
  return chapters.flatMap((chapter) => chapter.problems.map(describeProblem));
}

export interface Ended {
  code: number | null;
  out: string;
  err: string;
}

/** The command line, in this process: what it says and ends with. */
export async function report(root: string, ...words: string[]): Promise<Ended> {
  const ended: Ended = { code: null, out: "", err: "" };
  const heard = (name: "out" | "err") => (...said: unknown[]) => void (ended[name] += `${said.map(String).join(" ")}\n`);
  const spies = [vi.spyOn(console, "log").mockImplementation(heard("out")), vi.spyOn(console, "error").mockImplementation(heard("err"))];
  try {
    ended.code = await commandLine(words, root);
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
  return ended;
}

/** The command line, as a process of its own. */
export async function reportAlone(root: string, ...words: string[]): Promise<Ended> {
  const child = spawn(process.execPath, [join(generatorRoot, "build/start.mjs"), ...words], { cwd: root });
  const ended: Ended = { code: null, out: "", err: "" };
  child.stdout.on("data", (chunk) => (ended.out += chunk));
  child.stderr.on("data", (chunk) => (ended.err += chunk));
  ended.code = await new Promise((resolve) => child.on("close", resolve));
  return ended;
}

/** Every file below a folder, by its path, as text. */
export function filesOf(folder: string): Map<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(names.map((entry) => join(entry.parentPath, entry.name)).sort().map((path) => [path.slice(folder.length + 1), readFileSync(path, "latin1")]));
}
