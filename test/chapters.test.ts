/** The report itself: its claims, their places, and that no printed digit could be another. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import type { Check } from "../build/glossary.ts";
import { generatorRoot } from "../build/project.ts";
import { runReport, type Report } from "../build/run/run-report.ts";
import { printed } from "../build/words/expectation.ts";
import { problems, report } from "./build/project.ts";
import { relativeError } from "./src/relative.ts";

const limits = { timeout: 30_000, memory: 2 ** 30 };
let whole: Report;
let changed: Report;

beforeAll(async () => {
  whole = await runReport({ root: generatorRoot, wanted: [], overrides: {}, limits });
  changed = await runReport({ root: generatorRoot, wanted: [], overrides: { chips: "2000" }, limits });
}, 180_000);

const checks = (): [file: string, check: Check][] => whole.chapters.flatMap(({ file, run }) => run!.checks.map((check): [string, Check] => [file, check]));
const exported = ({ chapters }: Report, name: string): Record<string, number> => chapters.find((one) => one.name === name)!.run!.values as Record<string, number>;

test("every chapter runs and no claim disagrees", () => {
  expect(problems(whole)).toEqual([]);
  expect(checks().filter(([, { verdict }]) => verdict === "disagrees")).toEqual([]);
});

test("every check is reported at the first character of its check(", () => {
  const lines = new Map(whole.chapters.map(({ file }) => [file, readFileSync(join(generatorRoot, file), "utf8").split("\n")]));
  const elsewhere = checks().filter(([file, { line, column }]) => !/^(check|notComputable)\(/.test(lines.get(file)![line - 1]!.slice(column - 1)));
  expect(elsewhere).toEqual([]);
});

test("no printed digit of an agreeing claim could be another: one unit more or less in the last place disagrees", () => {
  const loose = checks()
    .filter(([, { verdict, printed: text }]) => verdict === "agrees" && readable(text!))
    .filter(([, { printed: text, value }]) => neighbours(text!).some((other) => printed(other).agrees(value!)))
    .map(([file, { line, claim, printed: text, value }]) => `${file}:${line}: ${claim}: ${text} and its neighbour both agree with ${value}`);
  expect(loose).toEqual([]);
});

test("twice the chips are twice the compute, and what derives from it in other chapters follows its own law", () => {
  expect(problems(changed)).toEqual([]);
  expect(exported(changed, "01-the-question").compute! / exported(whole, "01-the-question").compute!).toBe(2);
  const [before, after] = [exported(whole, "04-kaplan"), exported(changed, "04-kaplan")] as const;
  expect(relativeError(after.kaplanN! / before.kaplanN!, 2 ** 0.73)).toBeLessThan(1e-12);
  expect(relativeError(after.kaplanD! / before.kaplanD!, 2 ** 0.27)).toBeLessThan(1e-12);
});

test("under other assumptions nothing is called wrong, and what does not depend on them is compared as ever", () => {
  const verdicts = changed.chapters.flatMap(({ run }) => run!.checks.map(({ verdict }) => verdict));
  expect(verdicts).not.toContain("disagrees");
  expect(verdicts).toContain("not compared");
  expect(verdicts).toContain("agrees");
});

describe("a printed digit that is changed in a chapter turns verify red at its check:", () => {
  test.each([
    ["01-the-question", 'printed("2.592e9")', 'printed("2.593e9")'],
    ["02-transformer-flops", 'printed("65,536")', 'printed("65,537")'],
    ["04-kaplan", 'printed("5.37")', 'printed("5.38")'],
  ])("%s, %s", { timeout: 60_000 }, async (name, from, to) => {
    const root = mkdtempSync(join(tmpdir(), "report-"));
    onTestFinished(() => rmSync(root, { recursive: true, force: true }));
    for (const room of ["chapters", "src"]) cpSync(join(generatorRoot, room), join(root, room), { recursive: true });
    const path = join(root, `chapters/${name}.md`);
    const text = readFileSync(path, "utf8");
    const at = text.indexOf(from);
    expect(at).toBeGreaterThan(0);
    writeFileSync(path, text.slice(0, at) + to + text.slice(at + from.length));
    const start = text.lastIndexOf("check(", at);
    const before = text.slice(0, start).split("\n");
    const { code, out } = await report(root, "verify", name);
    expect(code).toBe(1);
    expect(out).toContain(`chapters/${name}.md:${before.length}:${before.at(-1)!.length + 1}: `);
  });
});

function readable(text: string): boolean {
  try {
    return Boolean(printed(text));
  } catch {
    return false;
  }
}

/** The same print with its last digit of the mantissa one more and one less. */
function neighbours(text: string): string[] {
  const mantissa = /\d[\d,]*(?:\.\d+)?(?=(?:e[-−+]?\d+|\s?[×x]\s?10.*)?\s?[kKMBT%×x]?$)/.exec(text)!;
  const decimals = mantissa[0].split(".")[1]?.length ?? 0;
  const value = Number(mantissa[0].replaceAll(",", ""));
  return [1, -1].map((step) => text.slice(0, mantissa.index) + Math.abs(value + step * 10 ** -decimals).toFixed(decimals) + text.slice(mantissa.index + mantissa[0].length));
}
