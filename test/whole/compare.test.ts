/** `compare` on the whole report against what `values` prints, and against reckonings by hand. */
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const slow = { timeout: 900_000 };

interface Listed {
  kind: string;
  chapter: string;
  name: string;
  old: unknown;
  new: unknown;
  factor: number | null;
}

interface Compared {
  assumptions: { id: string; old: unknown; new: unknown }[];
  conclusions: Listed[];
  changes: Listed[];
}

interface Values {
  chapter: string;
  values: Record<string, unknown>;
}

async function said<T>(...words: string[]): Promise<T> {
  const { stdout } = await promisify(execFile)(process.execPath, ["build/start.mjs", ...words], { cwd: root, maxBuffer: 2 ** 27 });
  return JSON.parse(stdout) as T;
}

const compare = (...words: string[]): Promise<Compared> => said("compare", ...words, "--format", "json");

/** Each number and word among the values of a chapter under its name, and under its path there where it is part of one. */
function flat(values: object, name = (key: string): string => key): Map<string, unknown> {
  return new Map(Object.entries(values).flatMap(([key, value]): [string, unknown][] => {
    if (typeof value !== "object" || value === null) return [[name(key), value]];
    return [...flat(value as object, (inner) => name(key) + (Array.isArray(value) ? `[${inner}]` : `.${inner}`))];
  }));
}

/** What prints otherwise, to the last digit. */
function moved({ chapter, values }: Values, changed: Values): string[] {
  const [before, after] = [flat(values), flat(changed.values)];
  expect([changed.chapter, ...after.keys()]).toEqual([chapter, ...before.keys()]);
  return [...before].filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(after.get(name))).map(([name, value]) => told(chapter, name, value, after.get(name)));
}

function told(chapter: string, name: string, old: unknown, fresh: unknown): string {
  return `${chapter} ${name}: ${JSON.stringify(old)} → ${JSON.stringify(fresh)}`;
}

test("compare base --set mfu=0.5 lists the values that print otherwise with the override, and no others", slow, async () => {
  const { assumptions, conclusions, changes } = await compare("base", "--set", "mfu=0.5");
  const listed = [...conclusions, ...changes].filter(({ kind }) => kind === "value").map(({ chapter, name, old, new: fresh }) => told(chapter, name, old, fresh));
  const [before, after] = [await said<Values[]>("values"), await said<Values[]>("values", "--set", "mfu=0.5")];
  const found = before.flatMap((one, index) => moved(one, after[index]!));
  expect(listed.sort()).toEqual(found.sort());
  expect(found.length).toBeGreaterThan(0);
  expect(assumptions).toMatchObject([{ id: "mfu", old: 0.4, new: 0.5 }]);
});

test("the small lab and the frontier cluster: the budgets are chips times days times peak times MFU, and sizes at twenty tokens go with the square root", slow, async () => {
  const { assumptions, changes } = await compare("small-lab", "frontier");
  expect(assumptions).toMatchObject([{ id: "chips", old: 64, new: 100_000 }, { id: "days", old: 30, new: 54 }, { id: "chip", old: "h100", new: "b200" }, { id: "mfu", old: 0.4, new: 0.41 }]);
  const factor = (name: string): number => changes.find((change) => change.kind === "value" && change.name === name)!.factor!;
  const budgets = (100_000 / 64) * (54 / 30) * (2250 / 989.4) * (0.41 / 0.4);
  expect(factor("compute") / budgets).toBeGreaterThan(1 - 1e-12);
  expect(factor("compute") / budgets).toBeLessThan(1 + 1e-12);
  expect(factor("thumbParameters") ** 2 / budgets).toBeGreaterThan(1 - 1e-12);
  expect(factor("thumbParameters") ** 2 / budgets).toBeLessThan(1 + 1e-12);
});

test("the talk's thousand is what the report assumes: nothing changed", slow, async () => {
  expect(await compare("base", "talk")).toMatchObject({ assumptions: [], conclusions: [], changes: [] });
});
