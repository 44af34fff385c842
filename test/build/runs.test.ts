import { describe, expect, test } from "vitest";
import { readRuns } from "../../build/runs.ts";
import { cell, problems, project, report, run, toldBy } from "./project.ts";

const read = (text: string): ReturnType<typeof readRuns> => readRuns(project({ "data/runs.csv": text }), "data/runs.csv");

describe("a file of runs", () => {
  test.each([
    ["with tokens", "N,D,loss\n1e9,2e10,2.5\n70e9,1.4e12,1.9\n"],
    ["with compute", "loss,C,N\n2.5,1.2e20,1e9\n1.9,5.88e23,70e9"],
    ["with both, where the tokens count, and more columns", "name,N,C,D,loss\nfirst,1e9,1,2e10,2.5\n\"a \"\"b\"\", c\",70e9,1,1.4e12,1.9\n"],
    ["from Windows, with a byte order mark, spaces and empty lines", "\uFEFF N , D,loss \r\n1e9, 2e10 ,2.5\r\n\r\n70e9,1.4e12,1.9\r\n\r\n"],
  ])("%s", (_, text) => expect(read(text)).toEqual({ origin: "runs.csv", rows: [{ N: 1e9, D: 2e10, loss: 2.5 }, { N: 70e9, D: 1.4e12, loss: 1.9 }] }));

  const columns = "a file of runs has the columns N, D (or C, the compute) and loss, by these names: there is no";
  test.each([
    ["D,loss\n1,2\n", "1:1", `${columns} N`],
    ["N,loss\n1,2\n", "1:1", `${columns} D`],
    ["N,D,los\n1,2,3\n", "1:1", `${columns} loss (did you mean los?)`],
    ["", "1:1", `${columns} N`],
    ["N,D,loss\n", "2:1", "there is no run in this file"],
    ["N,D,loss\n1,2,3\n1,,3\n", "3:3", "D is a number above zero, and this is empty"],
    ["N,D,loss\n1,2,3\n1,2\n", "3:4", "loss is a number above zero, and this is empty"],
    ["N,D,loss\n0,2,3\n", "2:1", "N is a number above zero: 0"],
    ["N,D,loss\n1,-2,3\n", "2:3", "D is a number above zero: -2"],
    ["N,D,loss\n1,2,NaN\n", "2:5", "loss is a number above zero: NaN"],
    ["N,D,loss\n1,2,Infinity\n", "2:5", "loss is a number above zero: Infinity"],
    ["N,C,loss\n1,1.4T,3\n", "2:3", "C is a number above zero: 1.4T"],
    ["name,N,D,loss\n\"a, × 漢 \"\"b\"\"\",many,2,3\n", "2:16", "N is a number above zero: many"],
    ["name,N,D,loss\n\"a\nb\",1,2,3\n\nx,1,2,3e\n", "5:7", "loss is a number above zero: 3e"],
  ])("%j is told at its place", (text, place, message) => expect(toldBy(() => read(text))).toBe(`data/runs.csv:${place}: ${message}`));

  test("that is not there is told so", () => expect(() => readRuns(project({}), "none.csv")).toThrow("--runs none.csv: there is no such file"));
});

const fitting = `---
title: Fit
values: { least: { unit: nats } }
---
\`\`\`ts
const { rows, origin } = runs(() => [{ N: 1, D: 2, loss: 3 }, { N: 2, D: 4, loss: 2 }]);
export const least = Math.min(...rows.map(({ loss }) => loss));
check("the least loss", least, printed("2"), { source: "arithmetic" });
check("how many runs", rows.length, exactly(2), { source: "arithmetic" });
\`\`\`
It is \${show(least)} nats of \${origin} runs.
`;
const files = { "chapters/01-fit.md": fitting, "data/real.csv": "N,D,loss\n1e9,2e10,2.5\n70e9,1.4e12,1.9\n" };

test("a chapter fits what it simulates, or the runs that are given, and says which", async () => {
  const base = await run(files);
  expect(problems(base)).toEqual([]);
  expect(base.chapters[0]!.run!.values).toEqual({ least: 2 });
  expect(Object.values(base.chapters[0]!.run!.sentences)[1]!.text).toBe("simulated");
  const given = await run(files, { runs: "data/real.csv" });
  expect(given.chapters[0]!.run!.values).toEqual({ least: 1.9 });
  expect(Object.values(given.chapters[0]!.run!.sentences)[1]!.text).toBe("real.csv");
});

test("with given runs a claim that they move is not compared, and the others are", async () => {
  const { chapters } = await run(files, { runs: "data/real.csv" });
  expect(chapters[0]!.run!.checks.map(({ verdict, reason }) => [verdict, reason])).toEqual([["not compared", "the training runs are not those of the source"], ["agrees", null]]);
});

test("runs that no chapter fits are refused, as an assumption is that no chapter has", async () => {
  await expect(run({ ...files, "chapters/01-fit.md": cell("const a = 1;\na;") }, { runs: "data/real.csv" })).rejects.toThrow("--runs data/real.csv: no chapter that was asked for fits training runs");
});

test("from the command line: values, verify and build take the file; what is wrong with it is told at its place", { timeout: 60_000 }, async () => {
  const root = project({ ...files, "bad.csv": "N,D,loss\n1,x,3\n" });
  expect(JSON.parse((await report(root, "values", "01", "--runs", "data/real.csv")).out)).toMatchObject({ values: { least: 1.9 } });
  expect(await report(root, "verify", "--runs", "bad.csv")).toEqual({ code: 2, out: "", err: "bad.csv:2:3: D is a number above zero: x\n" });
  expect((await report(root, "verify", "--runs", "data/real.csv")).out).toMatch(/1 agrees · 1 not compared/);
});
