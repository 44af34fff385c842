/** The command line as somebody uses it: processes, exit codes, what is printed where. */
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { spawnSync } from "node:child_process";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { generatorRoot } from "../../build/project.ts";
import { verified, verify } from "../../build/commands/verify.ts";
import { formats, type Format } from "../../build/tell/formats.ts";
import { filesOf, limits, project, report, reportAlone } from "./project.ts";

const slow = { timeout: 60_000 };
const unlocked = 'nothing was accepted yet, so nothing can drift: npm run report -- accept --reason "…" begins a lock';

/** Two chapters: the second imports the first; each has a check that chips move, and the first one that they do not. */
const small = {
  "chapters/01-first.md": `---
title: First
values:
  compute: { unit: FLOP }
---
\`\`\`ts
const chips = assume("chips", 1000, { unit: "chips", label: "Chips", min: 1, max: 1e6 });
const chip = assume("chip", "h100", { label: "Chip", options: ["h100", "a100"] });
export const compute = chips * (chip === "h100" ? 2 : 1);
export const far = Infinity - Infinity, twice = (n: number) => 2 * n;
× 1;
check("moved", compute, printed("2,000"), { source: "arithmetic", slide: 7 });
check("unmoved", twice(3), printed("6"), { source: "arithmetic" });
\`\`\`
`.replace("× 1;\n", "").replace("values:\n", 'values:\n  far: { unit: "1" }\n'),
  "chapters/02-second.md": `---
title: Second
values:
  double: { unit: FLOP }
---
\`\`\`ts
import { compute } from "./01-first.md";
export const double = 2 * compute;
/* × 漢字 😀 */ check("double", double, printed("4,000"), { source: "arithmetic" });
\`\`\`
It is \${show(double)}.
`,
};

describe("verify", () => {
  test("agreeing chapters are a line each, and the exit code is 0", slow, async () => {
    expect(await reportAlone(project(small), "verify")).toEqual({ code: 0, err: "", out: `${"01-first".padEnd(32)}2 agree\n${"02-second".padEnd(32)}1 agrees\n${unlocked}\n3 claims: 3 agree\n` });
  });

  test("many chapters in one process leave standard error empty", slow, async () => {
    const many = Object.fromEntries(Array.from({ length: 15 }, (_, index) => [`chapters/${String(index + 1).padStart(2, "0")}-c.md`, small["chapters/01-first.md"].replaceAll('assume("', `assume("c${index}.`)]));
    expect(await report(project(many), "verify")).toMatchObject({ code: 0, err: "" });
  });

  test("a disagreement is told at its check, and the exit code is 1, whatever the format", slow, async () => {
    const root = project({ ...small, "chapters/02-second.md": small["chapters/02-second.md"].replace("4,000", "4,001") });
    const { code, out } = await report(root, "verify", "02");
    expect(out).toContain("\nchapters/02-second.md:9:15: double: printed 4,001, recomputed 4,000\n");
    expect(code).toBe(1);
    const json = await report(root, "verify", "--format", "json");
    expect(json.code).toBe(1);
    expect((JSON.parse(json.out) as { checks: object[] }).checks[2]).toMatchObject({ chapter: "02-second", claim: "double", verdict: "disagrees", printed: "4,001", value: 4000, line: 9, column: 15 });
  });

  test("as JSON, slides have the sections that speak of them, and checks all that is known of them", slow, async () => {
    const root = project({ ...small, "chapters/02-second.md": small["chapters/02-second.md"].replace("title: Second\n", "title: Second\nslides: [8]\n"), "chapters/slides.yaml": "7: { title: Seven, evidence: seen }\n8: { title: Eight, evidence: seen }\n" });
    const { code, out } = await report(root, "verify", "--format", "json");
    const { checks, slides } = JSON.parse(out) as { checks: object[]; slides: object[] };
    expect(code).toBe(0);
    expect(slides).toEqual([
      { slide: 7, title: "Seven", sections: [{ chapter: "01-first", section: "First", href: "01-first.html" }] },
      { slide: 8, title: "Eight", sections: [] },
    ]);
    expect(checks[0]).toEqual({ chapter: "01-first", file: "chapters/01-first.md", claim: "moved", difference: { relative: 0, digits: 0 }, rule: "rounds to the printed digits: ±0.5", window: null, outside: null, slide: 7, printed: "2,000", value: 2000, recomputed: "2,000", verdict: "agrees", category: null, reason: null, source: "arithmetic", line: 12, column: 1 });
  });

  test("what could not run is told on standard error, and the exit code is 2, whatever the format", slow, async () => {
    const root = project({ ...small, "chapters/02-second.md": small["chapters/02-second.md"].replace("2 * compute", "2 * compte") });
    for (const format of ["text", "json"]) {
      const { code, err } = await report(root, "verify", "--format", format);
      expect([code, err]).toEqual([2, "chapters/02-second.md:8:27: cannot find name 'compte'. (did you mean compute?)\n"]);
    }
  });

  test("a typed number is told at its place by verify and build, and the exit code is 2: nothing is written", slow, async () => {
    const root = project({ ...small, "chapters/02-second.md": small["chapters/02-second.md"].replace("It is", "× 4,012 is").replace("2 * compute", "2 * compute + 0 * 4012") });
    const said = "chapters/02-second.md:8:41: the number 4012 is typed: it belongs in an assume(…), an expectation, or an object that has its source\nchapters/02-second.md:11:3: the number 4,012 is typed: let a cell compute it and write ${show(…)}, or say why it is not computed: ${literal(\"4,012\", \"…\")}\n";
    for (const words of [["verify"], ["verify", "02", "--format", "json"], ["build"]]) {
      const { code, err } = await report(root, ...words);
      expect([code, err]).toEqual([2, said]);
    }
    expect(existsSync(join(root, "site"))).toBe(false);
  });

  test("under overrides a moved check is not compared, and an unmoved one is", slow, async () => {
    const root = project({ ...small, "chapters/01-first.md": small["chapters/01-first.md"].replace('printed("6")', 'printed("7")') });
    const { code, out } = await report(root, "verify", "--set", "chips=3000");
    expect(out).toMatch(new RegExp(`^01-first +1 disagrees · 1 not compared\n02-second +1 not compared\nchapters/01-first.md:13:1: unmoved: printed 7, recomputed 6\n`));
    expect(out).not.toContain(unlocked);
    expect(code).toBe(1);
  });

  test("an override equal to the default changes nothing", slow, async () => {
    const root = project(small);
    expect(await report(root, "verify", "--set", "chips=1e3", "chip=h100")).toEqual(await report(root, "verify"));
  });
});

describe("verify in a CI", () => {
  test("drift alone ends with 3, whatever the format; accept makes it 0", slow, async () => {
    const root = project(small);
    expect((await report(root, "accept", "--reason", "first")).out).toContain("\naccepted in 01-first, 02-second: first\n");
    writeFileSync(join(root, "chapters/02-second.md"), small["chapters/02-second.md"].replace("It is ${show(double)}.", "It is ${show(3 * double)}."));
    expect(await report(root, "verify")).toMatchObject({ code: 3, out: expect.stringContaining("\nchapters/02-second.md:11:9: number show(3 * double): is new: 12000\n") as string });
    const said = vi.spyOn(console, "log").mockReturnValue();
    for (const format of Object.keys(formats) as Format[]) expect(await verify({ root, wanted: [], overrides: {}, limits }, { format, outputs: [] })).toBe(3);
    said.mockRestore();
    expect((await report(root, "accept", "--reason", "three times")).code).toBe(0);
    expect(await report(root, "verify")).toMatchObject({ code: 0, out: expect.stringMatching(/\n3 claims: 3 agree\n$/) as string });
  });

  test("outputs are written beside what is printed, folders and all, each as its format alone would print it", slow, async () => {
    const root = project(small);
    const { code } = await report(root, "verify", "--format", "github", "--output", "junit=out/junit.xml,sarif=out/report.sarif", "--output", "json=report.json");
    expect(code).toBe(0);
    const found = await verified({ root, wanted: [], overrides: {}, limits });
    for (const [format, file] of [["junit", "out/junit.xml"], ["sarif", "out/report.sarif"], ["json", "report.json"]] as const) {
      expect(readFileSync(join(root, file), "utf8")).toBe(`${formats[format](found)}\n`);
    }
  });

  test("a step of GitHub Actions gets the whole in its summary, after what is there", slow, async () => {
    const root = project({ ...small, "chapters/01-first.md": small["chapters/01-first.md"].replace('printed("6")', 'printed("7")'), "summary.md": "before\n" });
    vi.stubEnv("GITHUB_STEP_SUMMARY", join(root, "summary.md"));
    onTestFinished(() => void vi.unstubAllEnvs());
    const { code, out } = await report(root, "verify", "--format", "github");
    expect([code, out]).toEqual([1, expect.stringMatching(/^::error title=unmoved,file=chapters\/01-first\.md,line=13,col=1::printed 7, recomputed 6%0A/)]);
    expect(readFileSync(join(root, "summary.md"), "utf8")).toMatch(/^before\n## ✗ A claim disagrees\n/);
  });

  test("check tells every type that is wrong at its place in the chapter, and ends with 2; else with 0", slow, async () => {
    const root = project({ ...small, "chapters/02-second.md": small["chapters/02-second.md"].replace("2 * compute", "2 * compte") });
    expect(await report(root, "check")).toMatchObject({ code: 2, out: "2 chapters: 1 to mend\n", err: "chapters/02-second.md:8:27: cannot find name 'compte'. (did you mean compute?)\n" });
    expect(await report(project(small), "check")).toMatchObject({ code: 0, out: "2 chapters: every type agrees\n", err: "" });
  });
});

describe("values", () => {
  interface Values {
    assumptions: Record<string, object>;
    values: Record<string, unknown>;
    checks: { verdict: string }[];
  }

  test("standard output is one JSON object in full precision and nothing else", slow, async () => {
    const { code, out, err } = await report(project(small), "values", "01-first");
    expect([code, err]).toEqual([0, ""]);
    expect(JSON.parse(out)).toEqual({
      chapter: "01-first",
      assumptions: { chips: { value: 1000, unit: "chips", overridden: false }, chip: { value: "h100", unit: "1", overridden: false } },
      values: { compute: 2000, far: "NaN" },
      outside: {},
      units: { far: "1", compute: "FLOP" },
      checks: [
        { claim: "moved", value: 2000, printed: "2,000", source: "arithmetic", slide: 7, verdict: "agrees", line: 12, column: 1 },
        { claim: "unmoved", value: 6, printed: "6", source: "arithmetic", slide: null, verdict: "agrees", line: 13, column: 1 },
      ],
    });
  });

  test("of several chapters, or of all, it is a list", slow, async () => {
    const root = project(small);
    const of = async (...words: string[]): Promise<unknown> => JSON.parse((await report(root, "values", ...words)).out);
    expect(await of()).toEqual([expect.objectContaining({ chapter: "01-first", values: { compute: 2000, far: "NaN" } }), expect.objectContaining({ chapter: "02-second", values: { double: 4000 } })]);
    expect(await of("01", "02")).toEqual(await of());
  });

  test("an override reaches the assumptions of imported chapters; a chapter has four names", slow, async () => {
    const root = project(small);
    for (const name of ["2", "02-second", "chapters/02-second.md", "second"]) {
      const said = JSON.parse((await report(root, "values", name, "--set", "chips=3000")).out) as Values;
      expect(said.values).toEqual({ double: 12_000 });
      expect(said.assumptions.chips).toEqual({ value: 3000, unit: "chips", overridden: true });
      expect(said.checks[0]!.verdict).toBe("not compared");
    }
  });
});

describe("words that mean nothing are told so in a sentence, exit 2, and nothing is written", () => {
  const wrong: [words: string[], said: RegExp][] = [
    [["values", "02", "--set", "chps=3"], /^there is no assumption chps \(did you mean chips\?\)\n$/],
    [["values", "02", "--set", "chips=many"], /^--set chips=many: chips is a number: many\n$/],
    [["values", "02", "--set", "chips=0"], /^--set chips=0: chips is between 1 and 1,000,000: 0 \(--force takes it all the same\)\n$/],
    [["values", "02", "--set", "chip=h200"], /^--set chip=h200: chip is one of h100, a100: h200\n$/],
    [["values", "02", "--set", "chips"], /^--set wants id=value: chips\n$/],
    [["values", "02", "--set", "chips=1", "--set", "chips=2"], /^--set sets chips twice\n$/],
    [["values", "03"], /^there is no chapter 03: they are 01-first, 02-second\n$/],
    [["values", "frist"], /^there is no chapter frist \(did you mean first\?\)/],
    [["verify", "--format", "xml"], /^a format is text, json, junit, sarif, github, markdown: xml\n$/],
    [["verify", "--output", "junit"], /^--output wants FORMAT=FILE, more of them with commas between: junit\n$/],
    [["verify", "--output", "junit=a,sarif=a"], /^--output names a twice\n$/],
    [["verify", "--output", "xml=a"], /^a format is text, json, junit, sarif, github, markdown: xml\n$/],
    [["accept"], /^accept wants the reason why it is right that something moved: --reason "why"\n$/],
    [["accept", "--reason", "a", "--set", "chips=2"], /^accept is about the report as it stands, without --set, --scenario and --runs\n$/],
    [["verify", "--timeout", "0"], /^--timeout wants a number of seconds above zero: 0\n$/],
    [["verify", "--sett", "a=1"], /^Unknown option '--sett'/],
    [["bulid"], /^there is no verb bulid\n/],
    [["build", "01"], /^build takes the whole report, not 01\n$/],
  ];
  test.each(wrong)("%j", slow, async (words, said) => {
    const root = project(small);
    const { code, out, err } = await report(root, ...words);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(said);
    expect(existsSync(join(root, "site"))).toBe(false);
  });

  test("a Node that is too old is told so before anything runs", () => {
    const old = `data:text/javascript,Object.defineProperty(process.versions, "node", { value: "18.20.0" })`;
    const ended = spawnSync(process.execPath, ["--import", old, join(generatorRoot, "build/start.mjs"), "verify"], { encoding: "utf8" });
    expect([ended.status, ended.stderr]).toEqual([2, "this report needs Node 20.19 or newer; this is 18.20.0\n"]);
  });
});

describe("build", () => {
  test("two builds give the same bytes, in another time zone and language too", slow, async () => {
    const root = project(small);
    expect((await reportAlone(root, "build", "--out", "one")).code).toBe(0);
    for (const [name, value] of Object.entries({ TZ: "Asia/Tokyo", LANG: "de_DE.UTF-8", LC_ALL: "de_DE.UTF-8" })) vi.stubEnv(name, value);
    onTestFinished(() => void vi.unstubAllEnvs());
    expect(await reportAlone(root, "build", "--out", "two")).toMatchObject({ code: 0, err: "" });
    const one = filesOf(join(root, "one"));
    expect([...one.keys()]).toEqual(expect.arrayContaining(["index.html", "01-first.html", "02-second.html", "style.css"]));
    expect(filesOf(join(root, "two"))).toEqual(one);
  });

  test("a folder that is neither empty nor ours is refused and left alone; an empty one and ours are taken", slow, async () => {
    const root = project({ ...small, "other/file.txt": "mine" });
    const refused = await report(root, "build", "--out", "other");
    expect([refused.code, refused.err]).toEqual([2, `${join(root, "other")} is neither empty nor a site of this program: name another folder with --out\n`]);
    expect([...filesOf(join(root, "other"))]).toEqual([["file.txt", "mine"]]);
    mkdirSync(join(root, "empty"));
    for (const _ of ["an empty folder", "ours"]) expect((await report(root, "build", "--out", "empty")).code).toBe(0);
  });

  test("a build that was killed between its two renames is put right at the next start", slow, async () => {
    const root = project(small);
    await report(root, "build");
    const whole = filesOf(join(root, "site"));
    renameSync(join(root, "site"), join(root, ".site.old"));
    cpSync(join(root, "chapters/02-second.md"), join(root, "chapters/03-broken.md"));
    writeFileSync(join(root, "chapters/03-broken.md"), "no front matter");
    expect((await report(root, "build")).code).toBe(2);
    expect(filesOf(join(root, "site"))).toEqual(whole);
  });

  test("a build under overrides says so on every page", slow, async () => {
    const root = project(small);
    expect((await report(root, "build", "--set", "chips=3000")).out).toContain(`${"01-first".padEnd(32)}1 agrees · 1 not compared\n`);
    for (const page of ["index.html", "01-first.html", "02-second.html"]) {
      expect(readFileSync(join(root, "site", page), "utf8")).toContain("<code>chips = 3000</code>");
    }
  });
});
