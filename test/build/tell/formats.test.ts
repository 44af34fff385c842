/** Thirty planted failures, and what each language of a CI makes of them, read by somebody else's reader. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { error, warning } from "@actions/core";
import Ajv from "ajv";
import Ajv4 from "ajv-draft-04";
import { parse as parseJunit } from "junit2json";
import MarkdownIt from "markdown-it";
import type { Log } from "sarif";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { verified } from "../../../build/commands/verify.ts";
import { generatorRoot } from "../../../build/project.ts";
import { asGithub } from "../../../build/tell/github.ts";
import { asJson } from "../../../build/tell/json.ts";
import { asJunit } from "../../../build/tell/junit.ts";
import { asMarkdown } from "../../../build/tell/markdown.ts";
import { asSarif } from "../../../build/tell/sarif.ts";
import { asText } from "../../../build/tell/text.ts";
import type { Verification } from "../../../build/tell/verification.ts";
import { cell, limits, temporary } from "../project.ts";

/** The values of thirty claims, each further off; the last ones are no numbers, or of the other sign. */
const values = [...Array.from({ length: 27 }, (_, index) => `budget * ${index + 11} / 10`), "NaN * budget", "Infinity * budget", "-budget"];
/** What an escape that is forgotten would break: XML, Markdown, workflow commands. */
const awkward = `<b>&"quoted"</b> 100 %, a: b | c_d * \`e\``;

const failing = `---
title: Thirty failures
---
\`\`\`ts
const chips = assume("chips", 1000, { unit: "chips", label: "Chips" });
const budget = 2 * chips;
${values.map((value, index) => `/* × 漢字 😀 */ check("claim ${index + 1}${index === 0 ? awkward.replaceAll('"', '\\"') : ""}", ${value}, printed("2,000"), { source: "arithmetic", slide: 1 });`).join("\n")}
check("known", budget, printed("2,100"), { source: "arithmetic", known: { category: "misprint", reason: "one digit is another", window: [1999, 2001], ratio: 0.9524 } });
notComputable("unpublished", { source: "arithmetic", reason: "nobody says" });
check("right", budget, printed("2,000"), { source: "arithmetic" });
\`\`\`
`;
const first = 7;
const column = '/* × 漢字 😀 */ '.length + 1;

let planted: Verification;
let clean: Verification;
let broken: Verification;

beforeAll(async () => {
  const verify = (chapter: string): Promise<Verification> => verified({ root: temporary({ "chapters/01-one.md": chapter }), wanted: [], overrides: {}, limits });
  planted = await verify(failing);
  clean = await verify(cell('check("right", 2, printed("2"), { source: "arithmetic" });'));
  broken = await verify(cell('const a: string = 1;\ncheck("right", a, printed("2"), { source: "arithmetic" });'));
}, 60_000);

test("thirty claims disagree, worst first: what is no number, then by the factor", () => {
  expect(planted.outcome).toBe("disagrees");
  const claims = planted.findings.map(({ subject }) => Number(/\d+/.exec(subject)));
  expect(claims.slice(0, 3).sort()).toEqual([28, 29, 30]);
  expect(claims.slice(3)).toEqual(Array.from({ length: 27 }, (_, index) => 27 - index));
});

test("each finding has its place, its frame, the print, the value, how far off, the rule and what it is made of", () => {
  const finding = planted.findings.find(({ subject }) => subject === "claim 2")!;
  expect(finding).toMatchObject({ file: "chapters/01-one.md", line: first + 1, column, message: "printed 2,000, recomputed 2,400" });
  expect(finding.details).toEqual([
    "source: arithmetic, slide 1",
    "value: 2400, off by +20 %, +400 units of the last printed digit",
    "agrees if it rounds to the printed digits: ±0.5",
    "checked: budget * 12 / 10",
    "  budget = 2 * chips (line 6)",
    "rests on: chips = 1000 chips",
  ]);
  const [marked, pointer] = [`> ${first + 1} | `, `${" ".repeat(`> ${first + 1} `.length)}| ${" ".repeat(column - 1)}^`];
  expect(finding.frame.split("\n").find((line) => line.startsWith(marked))).toContain('check("claim 2"');
  expect(finding.frame).toContain(pointer);
});

test("text: every finding begins at file:line:column, and the last line sums up", () => {
  const lines = asText(planted).split("\n");
  expect(lines.filter((line) => /^chapters\/01-one\.md:\d+:\d+: claim \d+/.test(line))).toHaveLength(30);
  expect(lines.at(-1)).toBe("33 claims: 1 agrees · 30 disagree · 1 known discrepancy · 1 not computable");
});

describe("json", () => {
  const schema = JSON.parse(readFileSync(join(generatorRoot, "build/tell/verification.schema.json"), "utf8")) as object;
  const isValid = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema);

  test.each([["thirty failures", () => planted], ["a clean run", () => clean], ["a run that broke", () => broken]])("%s: it is what its schema says", (_, of) => {
    const data: unknown = JSON.parse(asJson(of()));
    expect(isValid(data), JSON.stringify(isValid.errors)).toBe(true);
  });

  test("the schema refuses what it does not know", () => {
    const data = JSON.parse(asJson(planted)) as { checks: Record<string, unknown>[] };
    data.checks[0]!.verdict = "perhaps";
    expect(isValid(data)).toBe(false);
  });

  test("it has every claim, every disagreement with its inputs, and words for what is no number", () => {
    const data = JSON.parse(asJson(planted)) as { exit: number; checks: { value: unknown }[]; disagreements: { inputs: unknown }[] };
    expect([data.exit, data.checks.length, data.disagreements.length]).toEqual([1, 33, 30]);
    expect(data.checks.map(({ value }) => value).slice(27, 30)).toEqual(["NaN", "Infinity", -2000]);
    expect(data.disagreements[10]!.inputs).toMatchObject({ names: [{ name: "budget", is: "2 * chips", line: 6 }], assumptions: [{ id: "chips", value: 1000, unit: "chips" }] });
  });
});

describe("junit", () => {
  test("a reader of JUnit finds a suite for the chapter, a case for each claim, thirty failures and the claim as it is written", async () => {
    const suites = (await parseJunit(asJunit(planted)))!;
    const [suite] = "testsuite" in suites ? suites.testsuite! : [];
    expect(suite).toMatchObject({ name: "chapters/01-one.md", tests: 35, failures: 30, errors: 0, skipped: 1 });
    const failed = suite!.testcase!.filter(({ failure }) => failure);
    expect(failed).toHaveLength(30);
    expect(failed[0]!.name).toBe(`claim 1${awkward} (line ${first})`);
    expect(failed[1]!.failure![0]!.inner).toContain("rests on: chips = 1000 chips");
  });

  test("a clean run has no failure, and one that broke has an error at its place", async () => {
    const of = async (found: Verification): Promise<object> => {
      const suites = (await parseJunit(asJunit(found)))!;
      return "testsuite" in suites ? suites.testsuite![0]! : {};
    };
    expect(await of(clean)).toMatchObject({ tests: 3, failures: 0, errors: 0 });
    expect(await of(broken)).toMatchObject({ errors: 1, testcase: [{ error: [{ message: "chapters/01-one.md:5:7: type 'number' is not assignable to type 'string'." }] }, {}] });
  });
});

describe("sarif", () => {
  const schema = createRequire(import.meta.url)("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json") as object;
  const isValid = new Ajv4({ strict: false, unicodeRegExp: false, validateFormats: false, allErrors: true }).compile(schema);
  const kinds = ["could-not-run", "disagrees", "known-discrepancy", "moved", "redrawn"];

  test.each([["thirty failures", () => planted], ["a clean run", () => clean], ["a run that broke", () => broken]])("%s: it is valid SARIF 2.1.0 and says all rules", (_, of) => {
    const log = JSON.parse(asSarif(of())) as Log;
    expect(isValid(log), JSON.stringify(isValid.errors)).toBe(true);
    expect(log.runs[0]!.tool.driver.rules!.map(({ id }) => id)).toEqual(kinds);
  });

  test("results name their rule, place and source line; the known discrepancy is suppressed with its justification", () => {
    const { results, invocations, columnKind } = (JSON.parse(asSarif(planted)) as Log).runs[0]!;
    expect([results!.length, invocations![0]!.exitCode, columnKind]).toEqual([31, 1, "utf16CodeUnits"]);
    const result = results!.find(({ message }) => message.text!.includes("claim 2:"))!;
    expect(result.locations![0]!.physicalLocation).toMatchObject({ artifactLocation: { uri: "chapters/01-one.md" }, region: { startLine: first + 1, startColumn: column } });
    expect(results!.filter(({ suppressions }) => suppressions)).toMatchObject([{ ruleId: "known-discrepancy", suppressions: [{ kind: "inSource", status: "accepted", justification: "misprint: one digit is another" }] }]);
    expect(results!.every(({ ruleId, ruleIndex }) => kinds[ruleIndex!] === ruleId)).toBe(true);
  });

  test("a clean run has no result", () => expect((JSON.parse(asSarif(clean)) as Log).runs[0]!.results).toEqual([]));
});

describe("github", () => {
  const commands = (found: Verification): string[] => asGithub(found).split("\n").filter((line) => line.startsWith("::"));

  test("ten annotations, worst first, and the tenth says how many more there are", () => {
    const said = commands(planted);
    expect(said).toHaveLength(10);
    expect(said.map((line) => Number(/title=claim (\d+)/.exec(line)![1])).slice(3)).toEqual([27, 26, 25, 24, 23, 22, 21]);
    expect(said.filter((line) => line.includes("20 more"))).toEqual([said[9]]);
  });

  test("they are written as GitHub's own toolkit writes them", () => {
    const finding = planted.findings.find(({ subject }) => subject.startsWith("claim 1<"))!;
    const alone = { ...planted, findings: [finding] };
    const write = vi.spyOn(process.stdout, "write").mockReturnValue(true);
    const message = [finding.message, ...finding.details, finding.frame].join("\n");
    const properties = { title: finding.subject, file: finding.file, startLine: finding.line, startColumn: finding.column };
    error(message, properties);
    warning(message, properties);
    const [asError, asWarning] = write.mock.calls.map(([text]) => String(text).trimEnd());
    write.mockRestore();
    expect(commands(alone)).toEqual([asError]);
    expect(commands({ ...alone, findings: [{ ...finding, kind: "moved" }] })).toEqual([asWarning]);
  });

  test("a clean run annotates nothing", () => expect(commands(clean)).toEqual([]));
});

describe("markdown", () => {
  const md = new MarkdownIt({ html: true });
  const inlineOf = (found: Verification): string => md.parse(asMarkdown(found), {}).filter(({ type }) => type === "inline").map(({ children }) => children!.map(({ content }) => content).join("")).join("\n");

  test("it lists all thirty, each with its code frame, and a claim stands as it is written", () => {
    const tokens = md.parse(asMarkdown(planted), {});
    expect(tokens.filter(({ type }) => type === "list_item_open")).toHaveLength(30);
    expect(tokens.filter(({ type }) => type === "fence")).toHaveLength(30);
    expect(inlineOf(planted)).toContain(`claim 1${awkward}: printed`);
  });

  test("its heading is the outcome, its table the chapters, and known discrepancies are folded", () => {
    expect([planted, clean, broken].map((found) => inlineOf(found).split("\n")[0])).toEqual(["✗ A claim disagrees", "✓ Every claim agrees or is known not to", "✗ The report could not run"]);
    const tables = md.parse(asMarkdown(planted), {}).filter(({ type }) => type === "table_open");
    expect(tables).toHaveLength(2);
    expect(asMarkdown(planted)).toContain("<details><summary>1 known discrepancy</summary>");
  });
});
