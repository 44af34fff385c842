import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The tree of files that the project has at a revision of its git repository, or nothing where there is no such revision. */
export function treeOf(root: string, revision: string): string | undefined {
  try {
    const below = git(root, ["rev-parse", "--show-prefix"]);
    return git(root, ["rev-parse", "--verify", "--quiet", `${revision}^{commit}:${below}`]);
  } catch {
    return undefined;
  }
}

/** Puts the files of a tree into a folder of their own for as long as they are used; the repository and what is checked out stay as they are. */
export async function withTree<T>(root: string, tree: string, use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "report-revision-"));
  try {
    const index = { GIT_INDEX_FILE: join(folder, ".index") };
    const top = git(root, ["rev-parse", "--show-toplevel"]);
    git(top, ["read-tree", tree], index);
    git(top, ["checkout-index", "--all", `--prefix=${folder}/`], index);
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function git(folder: string, words: readonly string[], env: Record<string, string> = {}): string {
  return execFileSync("git", words, { cwd: folder, env: { ...process.env, ...env }, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] }).trim();
}
