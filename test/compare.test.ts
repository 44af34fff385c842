/** `compare` on the whole report against what `values` prints of each chapter with and without the same override. */
import { execFile } from "node:child_process";
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const chapters = readdirSync(new URL("../chapters", import.meta.url)).filter((name) => name.endsWith(".md")).map((name) => name.replace(/\.md$/, "")).sort();

async function said(...words: string[]): Promise<unknown> {
  const { stdout } = await promisify(execFile)(process.execPath, ["build/start.mjs", ...words], { cwd: root, maxBuffer: 2 ** 27 });
  return JSON.parse(stdout);
}

interface Values {
  assumptions: Record<string, unknown>;
  values: Record<string, unknown>;
}

/** The names whose values print otherwise, to the last digit. A chapter that knows no MFU has none. */
async function moved(chapter: string): Promise<string[]> {
  const before = (await said("values", chapter)) as Values;
  if (!("mfu" in before.assumptions)) return [];
  const after = (await said("values", chapter, "--set", "mfu=0.5")) as Values;
  expect(Object.keys(after.values)).toEqual(Object.keys(before.values));
  return Object.keys(before.values).filter((name) => JSON.stringify(before.values[name]) !== JSON.stringify(after.values[name])).map((name) => `${chapter} ${name}`);
}

test("compare base --set mfu=0.5 lists the names whose values differ, and no others", { timeout: 900_000 }, async () => {
  const compared = (await said("compare", "base", "--set", "mfu=0.5", "--format", "json")) as { assumptions: object[]; conclusions: Listed[]; changes: Listed[] };
  interface Listed { kind: string; chapter: string; name: string }
  const listed = [...compared.conclusions, ...compared.changes].filter(({ kind }) => kind === "value").map(({ chapter, name }) => `${chapter} ${name.replace(/[.[].*/, "")}`);
  const found: string[] = [];
  for (const chapter of chapters) found.push(...(await moved(chapter)));
  expect([...new Set(listed)].sort()).toEqual(found.sort());
  expect(found.length).toBeGreaterThan(0);
  expect(compared.assumptions).toMatchObject([{ id: "mfu", old: 0.4, new: 0.5 }]);
});
