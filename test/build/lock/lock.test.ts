/** What was accepted, what moved since, and who may say that a discrepancy is known. */
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { accept } from "../../../build/commands/accept.ts";
import { verified } from "../../../build/commands/verify.ts";
import { readLocks } from "../../../build/lock/lock-file.ts";
import type { Verification } from "../../../build/tell/verification.ts";
import { limits, project, toldBy } from "../project.ts";

const slow = { timeout: 60_000 };

/** A chapter with a number in each place that a number can stand in. */
const chapter = `---
title: One
values:
  size: { unit: parameters }
---
\`\`\`ts
export const size = 0.1 + 0.2;
export const list = [{ loss: 2 }, { loss: 3 }];
check("the size", size, printed("0.3"), { source: "arithmetic" });
check("the print", size, printed("0.4"), { source: "arithmetic", known: { category: "misprint", reason: "one digit is another", window: [0.2, 0.35], ratio: 0.75 } });
table("sizes", "Sizes", [{ model: "a", size: show(size) }, { model: "b", size: show(3 * size) }]);
figure("curve", "A curve", { mark: "line", data: { values: [{ x: 1, y: size }, { x: 2, y: 2 * size }] }, encoding: { x: { field: "x", type: "quantitative" }, y: { field: "y", type: "quantitative" } } }, { says: \`it rises to \${show(2 * size)}\` });
\`\`\`
It is \${show(size)}.
`;
const file = "chapters/01-one.md";

function request(root: string): Parameters<typeof verified>[0] {
  return { root, wanted: [], overrides: {}, limits };
}

async function accepted(text = chapter, reason = "The first."): Promise<{ root: string; verify: (changed?: string, overrides?: Record<string, string>) => Promise<Verification> }> {
  const root = project({ [file]: text });
  expect(await quietly(() => accept(request(root), reason))).toBe(0);
  return {
    root,
    verify: (changed = text, overrides = {}) => {
      writeFileSync(join(root, file), changed);
      return verified({ ...request(root), overrides });
    },
  };
}

async function quietly<T>(run: () => Promise<T>): Promise<T> {
  const said = vi.spyOn(console, "log").mockReturnValue();
  try {
    return await run();
  } finally {
    said.mockRestore();
  }
}

const found = ({ outcome, drifts }: Verification): [string, ...string[]] => [outcome, ...drifts.map(({ kind, name }) => `${kind} ${name}`)];

describe("drift", () => {
  test("what was accepted does not drift, and every number has a name of its own", slow, async () => {
    const { root, verify } = await accepted();
    expect(found(await verify())).toEqual(["agrees"]);
    const { numbers, known, pictures, reason } = readLocks(root)!.get("01-one")!;
    expect({ ...numbers, "figure curve: layout": [] }).toEqual({
      "value size": [0.3], "value list[].loss": [2, 3], "claim the size": [0.3], "claim the print": [0.3], "number show(size)": [0.3], "table sizes: size": [0.3, 0.9], "figure curve: data.values[].x": [1, 2], "figure curve: data.values[].y": [0.3, 0.6], "figure curve: layout": [],
    });
    expect([reason, known, Object.keys(pictures)]).toEqual(["The first.", [{ claim: "the print", printed: "0.4", category: "misprint", window: [0.2, 0.35], accepted: "The first." }], ["curve"]]);
  });

  test("a number that moves is told with what it was, at its place, and so is all that follows from it; claims still agree", slow, async () => {
    const { verify } = await accepted();
    const moved = await verify(chapter.replace("0.1 + 0.2", "0.1 + 0.2 + 1 / 1_000_000"));
    expect(found(moved)).toEqual(["drifted", ...["value size", "claim the size", "claim the print", "number show(size)", "table sizes: size", "figure curve: data.values[].y"].map((name) => `moved ${name}`)]);
    expect(moved.drifts[0]).toMatchObject({ file, line: 7, column: 14, said: "was 0.3, is 0.300001 parameters (0.00033\u00a0%)" });
    expect(moved.drifts.find(({ name }) => name === "table sizes: size")!.said).toMatch(/, number \d of 2$/);
  });

  test("the largest comes first", slow, async () => {
    const { verify } = await accepted();
    const { drifts } = await verify(chapter.replace("[{ loss: 2 }, { loss: 3 }]", "[{ loss: 2 }, { loss: 6 }]").replace("0.1 + 0.2", "0.1 + 0.2 + 1 / 1_000_000"));
    expect(drifts[0]).toMatchObject({ name: "value list[].loss", said: "was 3, is 6 (50\u00a0%), number 2 of 2" });
  });

  test.each([
    ["the last digit of floating point", "0.3", "agrees"],
    ["a billionth", "0.1 + 0.2 + 3 / 10_000_000_000", "drifted"],
  ])("%s: %s", slow, async (_, size, outcome) => {
    const { verify } = await accepted();
    expect((await verify(chapter.replace("0.1 + 0.2", size))).outcome).toBe(outcome);
  });

  test("a chapter that rests on fits is compared to the precision that it states", slow, async () => {
    const fits = chapter.replace("values:", "precision: 1e-6\nvalues:");
    const { verify } = await accepted(fits);
    expect((await verify(fits.replace("0.1 + 0.2", "0.1 + 0.2 + 1 / 10_000_000"))).outcome).toBe("agrees");
    expect((await verify(fits.replace("0.1 + 0.2", "0.1 + 0.2 + 1 / 1_000_000"))).outcome).toBe("drifted");
  });

  test("what is new and what is gone is told", slow, async () => {
    const { verify } = await accepted();
    expect(found(await verify(chapter.replace("It is ${show(size)}.", "It is ${show(2 * size)}.")))).toEqual(["drifted", "gone number show(size)", "new number show(2 * size)"]);
  });

  test("a figure that is only drawn differently is no number that moved: by its specification, and by another version of what draws it", slow, async () => {
    const { root, verify } = await accepted();
    const byLayout = await verify(chapter.replace('mark: "line"', 'mark: "point"'));
    expect(found(byLayout)).toEqual(["drifted", "redrawn figure curve: layout"]);
    const path = join(root, "chapters/lock/01-one.json");
    const lock = readFileSync(path, "utf8");
    writeFileSync(path, lock.replace(/"drawnBy": "[^"]*"/, '"drawnBy": "vega 5"'));
    expect(found(await verify(chapter))).toEqual(["agrees"]);
    writeFileSync(path, lock.replace(/"drawnBy": "[^"]*"/, '"drawnBy": "vega 5"').replace(/"curve": "[0-9a-f]+"/, '"curve": "0"'));
    const byLibrary = await verify(chapter);
    expect(found(byLibrary)).toEqual(["drifted", "redrawn figure curve"]);
    expect(byLibrary.findings[0]).toMatchObject({ kind: "redrawn", line: 12 });
  });

  test("under other assumptions nothing is compared with what was accepted", slow, async () => {
    const changing = chapter.replace("0.1 + 0.2;", '0.1 * assume("twice", 3, { unit: "1", label: "Twice" });');
    const { verify } = await accepted(changing);
    expect(found(await verify(changing, { twice: "2" }))).toEqual(["agrees"]);
  });

  test("a wrong claim outweighs a number that moved", slow, async () => {
    const { verify } = await accepted();
    const { outcome, findings } = await verify(chapter.replace("0.1 + 0.2", "0.1 + 0.1"));
    expect([outcome, findings[0]!.kind]).toEqual(["disagrees", "disagrees"]);
  });
});

describe("the list of known discrepancies", () => {
  const second = 'check("another", size, printed("0.5"), { source: "arithmetic", known: { category: "misprint", reason: "another digit", window: [0.2, 0.35], ratio: 0.6 } });\ntable(';
  const more = chapter.replace("table(", second);

  test("grows only by accept: a new one disagrees until then, however well it is declared", slow, async () => {
    const { root, verify } = await accepted();
    const { outcome, findings } = await verify(more);
    expect([outcome, findings[0]!.subject]).toEqual(["disagrees", "another"]);
    expect(findings[0]!.message).toContain('this discrepancy is not in the list of the known ones; if it is right: npm run report -- accept --reason "…"');
    expect(await quietly(() => accept(request(root), "A second misprint."))).toBe(0);
    expect(found(await verify(more))).toEqual(["agrees"]);
    expect(readLocks(root)!.get("01-one")!.known.map(({ accepted: why }) => why)).toEqual(["The first.", "A second misprint."]);
  });

  test.each([["its window", "[0.2, 0.35]", "[0.1, 0.35]"], ["its category", '"misprint"', '"our reading"'], ["its print", 'printed("0.4")', 'printed("0.40")']])("one that is declared otherwise is another: %s", slow, async (_, from, to) => {
    const { verify } = await accepted();
    const { findings } = await verify(chapter.replace(from, to));
    expect(findings.find(({ kind }) => kind === "disagrees")!.message).toContain("declared otherwise than it was accepted");
  });

  test("shrinks freely", slow, async () => {
    const { verify } = await accepted(more);
    expect((await verify(chapter)).findings.filter(({ kind }) => kind !== "moved")).toEqual([]);
  });
});

describe("accept", () => {
  test("what disagrees or cannot run is not accepted: 1 and 2, and nothing is written", slow, async () => {
    for (const [text, code] of [[chapter.replace('printed("0.3")', 'printed("0.31")'), 1], [chapter.replace("0.1 + 0.2", "nothing"), 2]] as const) {
      const root = project({ [file]: text });
      const said = vi.spyOn(console, "error").mockReturnValue();
      expect(await quietly(() => accept(request(root), "why"))).toBe(code);
      said.mockRestore();
      expect(existsSync(join(root, "chapters/lock"))).toBe(false);
    }
  });

  test("with nothing to accept nothing is written; a chapter that is gone is forgotten", slow, async () => {
    const { root } = await accepted();
    const path = join(root, "chapters/lock/01-one.json");
    const before = readFileSync(path, "utf8");
    expect(await quietly(() => accept(request(root), "another reason"))).toBe(0);
    expect(readFileSync(path, "utf8")).toBe(before);
    writeFileSync(join(root, "chapters/02-two.md"), "---\ntitle: Two\n---\n");
    rmSync(join(root, file));
    expect(await quietly(() => accept(request(root), "one is gone"))).toBe(0);
    expect([...readLocks(root)!.keys()]).toEqual(["02-two"]);
  });

  test("a lock that cannot be read is told at its place", () => {
    const root = project({ "chapters/lock/01-one.json": '{\n  "reason": "a",\n  <<<<<<< HEAD\n}\n' });
    expect(toldBy(() => readLocks(root))).toMatch(/^chapters\/lock\/01-one\.json:3:3: this lock cannot be read \(.*\): take it from the last commit, or delete it and accept its chapter anew$/s);
  });
});
