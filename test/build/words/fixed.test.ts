import { expect, test } from "vitest";
import { cell, problems, project, limits, run } from "../project.ts";
import { runReport } from "../../../build/run/run-report.ts";

const slow = { timeout: 60_000 };

/** Work on the assumption a that counts how often it is done; the sum rests on a and b, and nothing on c. */
const counted = (about = ""): Record<string, string> => ({
  "src/count.ts": "let done = 0;\nexport const doAgain = (): number => ++done;\n",
  "chapters/01-a.md": `${cell(`import { doAgain } from "../src/count.ts";
const a = assume("a", 2, { unit: "1", label: "a", min: 0, max: 9 });
const b = assume("b", 3, { unit: "1", label: "b", min: 0, max: 9 });
assume("c", 4, { unit: "1", label: "c", min: 0, max: 9 });
const work = fixed("work", { a }, ({ a }) => ({ twice: 2 * a, times: doAgain() })${about});
export const twice = work.twice;
export const times = work.times;
export const sum = twice + b;`).replace("---\n```", "values: { twice: { unit: 1 }, times: { unit: 1 }, sum: { unit: 1 } }\n---\n```")}\n\${show(sum)} \${show(twice)}\n`,
});

test("slow work is done once for the same inputs, and again where they change", slow, async () => {
  const valuesOf = async (overrides: Record<string, string>): Promise<unknown> => {
    const report = await run(counted(), { overrides });
    expect(problems(report)).toEqual([]);
    return report.chapters[0]!.run!.values;
  };
  expect(await valuesOf({})).toEqual({ twice: 4, times: 1, sum: 7 });
  expect(await valuesOf({ b: "5" })).toEqual({ twice: 4, times: 1, sum: 9 });
  expect(await valuesOf({ a: "3" })).toEqual({ twice: 6, times: 2, sum: 9 });
});

test("what an assumption reaches is learnt without the slow work: its inputs, the page, or nothing", slow, async () => {
  const report = await runReport({ root: project(counted()), wanted: [], overrides: {}, limits, reaching: true });
  expect(problems(report)).toEqual([]);
  expect(report.reach).toEqual({ "01-a": { a: "slow work", b: "page", c: "nothing" } });
});

test("quick work is no reason to keep an assumption from the reader", slow, async () => {
  const report = await runReport({ root: project(counted(", { quick: true }")), wanted: [], overrides: {}, limits, reaching: true });
  expect(problems(report)).toEqual([]);
  expect(report.reach!["01-a"]!.a).toBe("page");
});

test.each([
  ['fixed("work", { a }, () => NaN);', "the result of work"],
  ['fixed("work", { a, f: () => a }, () => 1);', "the inputs of work"],
  ['fixed("work", {}, () => [new Map()]);', "the result of work"],
  ['fixed("work", {}, () => 1); fixed("work", {}, () => 1);', "two slow works are called work"],
])("%s is refused", slow, async (code, told) => {
  const [problem] = problems(await run({ "chapters/01-a.md": cell(`const a = 1;\nvoid a;\n${code}`) }));
  expect(problem).toMatch(/^chapters\/01-a\.md:7:/);
  expect(problem).toContain(told);
});

test("a specification may be a function: it is called once every value is known, and its error is the figure's", slow, async () => {
  const figure = (made: string): Record<string, string> => ({ "chapters/01-a.md": cell(`figure("f", "A", () => (${made}), { says: "1" });\nconst late = [{ x: 1 }];`) });
  const report = await run(figure("{ data: { values: late }, mark: \"point\" }"));
  expect(problems(report)).toEqual([]);
  expect(report.chapters[0]!.run!.outputs[0]).toMatchObject({ spec: { data: { values: [{ x: 1 }] } } });
  expect(problems(await run(figure("{ data: { values: late.find(() => false)!.x } }")))[0]).toMatch(/^chapters\/01-a\.md:5:.*undefined/);
});
