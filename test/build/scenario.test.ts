import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readScenario } from "../../build/scenario.ts";
import { cell, project, report, run, toldBy } from "./project.ts";

const slow = { timeout: 60_000 };

const chapters = {
  "chapters/01-a.md": cell('const chips = assume("chips", 1000, { unit: "chips", label: "Chips", min: 1, max: 5000 });\nconst chip = assume("chip", "h100", { label: "Chip", options: ["h100", "a100"] });\ncheck("chips", chips, printed("1000"), { source: "arithmetic" });\ncheck("chip", chip, exactly("h100"), { source: "arithmetic" });'),
  "chapters/02-b.md": cell('const days = assume("days", 30, { unit: "days", label: "Days" });\ncheck("days", days, printed("30"), { source: "arithmetic" });'),
};
const scenario = (text: string): Record<string, string> => ({ ...chapters, "chapters/scenarios/lab.yaml": text });
const lab = "name: A lab\nsentence: Sixty-four chips.\nset:\n  chips: { value: 64 chips, source: a card }\n  days: 2 weeks\n";

test("a scenario has a name, a sentence and settings with their sources and places; JSON is one too", () => {
  const root = project({ "chapters/scenarios/lab.yaml": lab, "chapters/scenarios/other.json": '{ "name": "Other", "sentence": "O.", "set": { "chips": 1e3 } }' });
  const settings = [{ id: "chips", text: "64 chips", source: "a card", line: 4, column: 3 }, { id: "days", text: "2 weeks", source: null, line: 5, column: 3 }];
  expect(readScenario(root, "lab")).toEqual({ file: "chapters/scenarios/lab.yaml", name: "A lab", sentence: "Sixty-four chips.", settings });
  expect(readScenario(root, "chapters/scenarios/lab.yaml")).toEqual(readScenario(root, "lab"));
  expect(readScenario(root, "other").settings).toMatchObject([{ id: "chips", text: "1e3", source: null }]);
});

describe("what is wrong with a scenario is told at its place", () => {
  const wrong: [text: string, said: string][] = [
    ["name: A\nset: { chips: 1 }\n", "1:1: a scenario wants sentence, a text"],
    ["name: 7\nsentence: [b]\nset: { chips: 1 }\n", "2:1: a scenario wants sentence, a text"],
    ["name: A\nsentence: B\n", "1:1: a scenario wants set, ids of assumptions with their values"],
    ["name: A\nsentence: B\nsett: { chips: 1 }\n", "3:1: a scenario knows no sett (did you mean set?): it is name, sentence, set"],
    ["name: A\nsentence: B\nset:\n  chips: [1]\n", "4:3: chips wants a value, a number or a text: chips: 64, or { value: 64, source: … }"],
    ["name: A\nsentence: B\nset:\n  chips: { valeu: 1 }\n", "4:12: a setting knows no valeu: it is value, source"],
    ["name: A\nsentence: B\nset:\n  chips: 1\n  chips: 2\n", "5:3: a scenario is no YAML: Map keys must be unique"],
    ["- a\n", "1:1: a scenario is keys with values"],
  ];
  test.each(wrong)("%j", (text, said) => {
    const root = project({ "chapters/scenarios/lab.yaml": text });
    expect(toldBy(() => readScenario(root, "lab"))).toBe(`chapters/scenarios/lab.yaml:${said}`);
  });

  const unfit: [set: string, said: string][] = [
    ["chps: 64", "there is no assumption chps (did you mean chips?)"],
    ["chips: 64 tokens", "chips is in chips, not in tokens: 64 tokens"],
    ["chips: 6000", "chips is between 1 and 5,000: 6000 (--force takes it all the same)"],
    ["chip: b200", "chip is one of h100, a100: b200"],
  ];
  test.each(unfit)("%s", slow, async (set, said) => {
    const root = project(scenario(`name: A\nsentence: B\nset:\n  days: 3\n  ${set}\n`));
    expect(await report(root, "verify", "--scenario", "lab")).toEqual({ code: 2, out: "", err: `chapters/scenarios/lab.yaml:5:3: ${said}\n` });
  });
});

test("a scenario sets its assumptions, --set beside it wins, and one that says what is standard leaves every check compared", slow, async () => {
  const verdicts = async (text: string, request: Parameters<typeof run>[1] = {}): Promise<string[]> => {
    const { chapters: ran } = await run(scenario(text), { scenario: "lab", ...request });
    return ran.flatMap(({ run: one }) => one!.checks.map(({ claim, value, verdict }) => `${claim} ${value} ${verdict}`));
  };
  expect(await verdicts(lab)).toEqual(["chips 64 not compared", "chip h100 agrees", "days 14 not compared"]);
  expect(await verdicts(lab, { overrides: { chips: "2K" } })).toEqual(["chips 2000 not compared", "chip h100 agrees", "days 14 not compared"]);
  expect(await verdicts("name: A\nsentence: B\nset: { chips: 1e3, chip: h100, days: 30 d }\n")).toEqual(["chips 1000 agrees", "chip h100 agrees", "days 30 agrees"]);
});

test("what chapters that are not asked for assume is left aside, and a wrong name is not", slow, async () => {
  const root = project(scenario(lab));
  expect(JSON.parse((await report(root, "values", "01", "--scenario", "lab")).out)).toMatchObject({ scenario: { name: "A lab" }, assumptions: { chips: { value: 64, overridden: true } } });
  const { code, err } = await report(project(scenario(lab.replace("days", "dasy"))), "values", "01", "--scenario", "lab");
  expect([code, err]).toEqual([2, "chapters/scenarios/lab.yaml:5:3: there is no assumption dasy in these chapters or those they import\n"]);
});

describe("words about scenarios that mean nothing", () => {
  const wrong: [words: string[], said: string][] = [
    [["--scenario", "lba"], "there is no scenario lba (did you mean lab?): they are lab\n"],
    [["--scenario", "lab", "--scenario", "lab"], "--scenario names one scenario: lab, lab\n"],
    [["--set", "chips=64 FLOP"], "--set chips=64 FLOP: chips is in chips, not in FLOP: 64 FLOP\n"],
    [["--force", "--set", "chip=b200"], "--set chip=b200: chip is one of h100, a100: b200\n"],
  ];
  test.each(wrong)("%j", slow, async (words, said) => expect(await report(project(scenario(lab)), "verify", ...words)).toEqual({ code: 2, out: "", err: said }));
});

test("every page of a changed site names the scenario and what was forced, and asks not to be indexed; an unchanged one does not", slow, async () => {
  const root = project(scenario(lab));
  const forced = await report(root, "build", "--scenario", "lab", "--set", "chips=6000", "--force");
  expect(forced.out).toContain("\nscenario A lab: Sixty-four chips.\nforced: chips is 6000, outside its range, between 1 and 5,000\n");
  const pages = ["index.html", "01-a.html", "02-b.html", "ledger.html", "assumptions.html"].map((page) => readFileSync(join(root, "site", page), "utf8"));
  for (const page of pages) {
    expect(page).toContain("under the scenario <b>A lab</b>: Sixty-four chips.");
    expect(page).toContain("<code>chips = 6000</code>, whose range is between 1 and 5,000");
    expect(page).toContain('<meta name="robots" content="noindex">');
  }
  await report(root, "build");
  expect(readFileSync(join(root, "site/index.html"), "utf8")).not.toMatch(/noindex|scenario|Forced/);
});

test("what was forced is in JSON, and the chapter takes it", slow, async () => {
  const { out } = await report(project(chapters), "values", "01", "--force", "--set", "chips=6,000 chips");
  expect(JSON.parse(out)).toMatchObject({ forced: [{ id: "chips", value: 6000, min: 1, max: 5000 }], checks: [{ value: 6000, verdict: "not compared" }, { verdict: "agrees" }] });
});
