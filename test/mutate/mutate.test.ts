import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { transformSync } from "esbuild";
import { describe, expect, test } from "vitest";
import { relativeError } from "../src/relative.ts";
import { instrument } from "./instrument.ts";
import { lastDigit, step } from "./step.ts";
import { statesValue } from "./states.ts";
import { mutation } from "./runtime.ts";

const runtime = new URL("runtime.ts", import.meta.url).pathname;
const sample = `
const base = { layers: 12, name: "base" } as const;
export const table = { alpha: 0.076, tokens: 8 * 1e9, list: [1, -2], ...base, inner: { x: 5, range: { from: 1, to: 2 } }, "two words": 3 } as const satisfies object;
export const scalar = 7;
export function law(x: number): number { return x ** table.alpha + 40; }
`;

/** The sample as the tests of a mutation see it. */
async function evaluated(): Promise<{ table: Record<string, unknown>; law: (x: number) => number }> {
  const { code } = transformSync(instrument("src/sample.ts", sample, runtime).code, { loader: "ts" });
  const body = code.replace(/import .*;/, "").replace(/export \{[^}]*\};?/, "").replaceAll("export ", "");
  const { listed, merged, said } = await import("./runtime.ts");
  return new Function("$listed", "$merged", "$said", `${body}\nreturn { table, law };`)(listed, merged, said) as never;
}

describe("the mutation", () => {
  test("moves by 1 % or one unit of the last printed digit, whichever is larger", () => {
    expect(["0.076", "8.8e13", "124_439_808", "1e12", "406.401", "32", "5"].map((raw) => step(raw))).toEqual([0.001, 1e12, 1_244_398.08, 1e12, 4.06401, 1, 1]);
    expect(["0.050", "2.1e8", "20"].map(lastDigit)).toEqual([0.001, 1e7, 1]);
  });
  test("finds the numbers of constant objects, with their names, and leaves ranges, scalars and functions alone", () => {
    expect(instrument("src/sample.ts", sample, runtime).constants.map(({ id, path, raw }) => `${id} ${path.join(".")} ${raw}`)).toEqual([
      "src/sample.ts:2:24 base.layers 12", "src/sample.ts:3:31 table.alpha 0.076", "src/sample.ts:3:46 table.tokens 8", "src/sample.ts:3:50 table.tokens 1e9",
      "src/sample.ts:3:62 table.list.0 1", "src/sample.ts:3:66 table.list.1 2", "src/sample.ts:3:91 table.inner.x 5", "src/sample.ts:3:136 table.two words 3",
    ]);
  });
  test("says what was written as long as nothing is moved", async () => {
    const { table, law } = await evaluated();
    expect(table).toEqual({ alpha: 0.076, tokens: 8e9, list: [1, -2], layers: 12, name: "base", inner: { x: 5, range: { from: 1, to: 2 } }, "two words": 3 });
    expect(law(1)).toBe(41);
  });
  test("moves one number wherever it goes: through a spread, a product, a list, a law", async () => {
    const { table, law } = await evaluated();
    const under = <T>(id: string, direction: 1 | -1, read: () => T): T => {
      mutation.moved = { id, direction };
      try {
        return read();
      } finally {
        mutation.moved = undefined;
      }
    };
    expect(under("src/sample.ts:2:24", 1, () => table.layers)).toBe(13);
    expect(under("src/sample.ts:3:50", -1, () => table.tokens)).toBe(0);
    expect(under("src/sample.ts:3:66", 1, () => (table.list as number[])[1])).toBe(-3);
    expect(relativeError(under("src/sample.ts:3:31", 1, () => law(10)), 10 ** 0.077 + 40)).toBeLessThan(1e-14);
    expect(law(10)).toBe(10 ** 0.076 + 40);
  });
  test("does not count a test that states the constant's own value: two digits in the test itself, three in its file", () => {
    const file = join(mkdtempSync(join(tmpdir(), "states-")), "law.test.ts");
    writeFileSync(file, 'const table = [0.123, 45];\ntest("is 0.076", () => expect(f(2)).toBe("8.8e13"));\ntest.each([[34]])("x", () => expect(g(7)).toBe(1));\n');
    const states = (line: number, ...values: number[]) => values.map((value) => statesValue({ file, line }, value));
    expect(states(2, 0.076, 8.8e13, 0.123, 45, 34, 2)).toEqual([true, true, true, false, false, false]);
    expect(states(3, 0.076, 0.123, 34, 7)).toEqual([false, true, true, false]);
  });
});
