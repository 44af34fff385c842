import { show } from "../words/show.ts";

export type Plain = number | string | boolean | null;

/** The numbers, words and truth values in a value, each with its path there: `.besiroglu.N`, `[2]`. */
export function leaves(value: unknown, path = ""): { path: string; value: Plain }[] {
  if (Array.isArray(value)) return value.flatMap((one, index) => leaves(one, `${path}[${index}]`));
  if (typeof value === "object" && value !== null) return Object.entries(value).flatMap(([key, one]) => leaves(one, `${path}.${key}`));
  return [{ path, value: (value ?? null) as Plain }];
}

/** As `show` writes it. */
export function written(value: Plain, unit: string | undefined, digits?: number): string {
  return typeof value === "number" ? show(value, { ...(unit !== undefined && { unit }), ...(digits !== undefined && { digits }) }).text : String(value);
}

/** Two values that differ, with as many digits as it takes to tell them apart. */
export function writtenApart(old: Plain, fresh: Plain, unit: string | undefined): [old: string, fresh: string] {
  for (let digits = 3; digits <= 17; digits++) {
    const pair: [string, string] = [written(old, unit, digits), written(fresh, unit, digits)];
    if (pair[0] !== pair[1]) return pair;
  }
  return [String(old), String(fresh)];
}

/** New over old, where that is a positive number. */
export function factorOf(old: unknown, fresh: unknown): number | null {
  if (typeof old !== "number" || typeof fresh !== "number") return null;
  const factor = fresh / old;
  return factor > 0 && Number.isFinite(factor) ? factor : null;
}

/** The factor farthest from one between numbers that stand at the same places; none where they are not as many or all the same. */
export function largestFactor(old: readonly number[], fresh: readonly number[]): number | null {
  if (old.length !== fresh.length) return null;
  const factors = old.map((one, index) => factorOf(one, fresh[index])).filter((factor) => factor !== null && factor !== 1) as number[];
  return factors.sort((a, b) => sizeOf(b) - sizeOf(a))[0] ?? null;
}

export function sizeOf(factor: number): number {
  return Math.abs(Math.log(factor));
}
