import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { UsageProblem } from "../problem.ts";

/** The file by which a folder is known as ours. */
const marker = ".pretraining-report";

/** Puts right what a killed build left, and refuses a folder that holds somebody else's files. Called before any work. */
export function prepareTarget(out: string): void {
  const { old, fresh } = beside(out);
  if (!existsSync(out) && existsSync(old)) renameSync(old, out);
  if (!existsSync(out)) return;
  const names = readdir(out);
  if (names.length > 0 && !names.includes(marker)) throw new UsageProblem(`${out} is neither empty nor a site of this program: name another folder with --out`);
  for (const left of [old, fresh]) rmSync(left, { recursive: true, force: true });
}

/** Writes the whole site to a folder beside its place, then swaps it in: the old site is whole until the new one is. */
export function writeSite(out: string, files: ReadonlyMap<string, string | Uint8Array>): void {
  const { old, fresh } = beside(out);
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });
  writeFileSync(join(fresh, marker), "");
  for (const [name, content] of files) {
    mkdirSync(dirname(join(fresh, name)), { recursive: true });
    writeFileSync(join(fresh, name), content);
  }
  if (existsSync(out)) renameSync(out, old);
  renameSync(fresh, out);
  rmSync(old, { recursive: true, force: true });
}

function beside(out: string): { old: string; fresh: string } {
  const place = join(dirname(out), `.${basename(out)}`);
  return { old: `${place}.old`, fresh: `${place}.new` };
}

function readdir(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    throw new UsageProblem(`${folder} is not a folder: name another with --out`);
  }
}
