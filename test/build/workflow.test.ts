/** The workflow that a fork gets: it says only what the project can do. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { generatorRoot } from "../../build/project.ts";

interface Workflow {
  jobs: Record<string, { needs?: string | string[]; strategy?: { matrix: { node: string[] } }; steps: { run?: string; uses?: string }[] }>;
}

const text = (file: string): string => readFileSync(join(generatorRoot, file), "utf8");
const { jobs } = parse(text(".github/workflows/report.yml")) as Workflow;
const { scripts, engines } = JSON.parse(text("package.json")) as { scripts: Record<string, string>; engines: { node: string } };
const commands = Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? []));

test("every command is one of the project's own", () => {
  for (const command of commands) {
    const [, script] = /^npm (?:run (?:--silent )?|(?=test$))([\w-]+)/.exec(command) ?? [];
    expect(command === "npm ci" || (script !== undefined && script in scripts), command).toBe(true);
  }
  expect(commands.join("\n")).toMatch(/npm run check[^]*verify --format github --output junit=\S+,sarif=\S+[^]*npm test[^]*npm run build/);
});

test("the oldest Node that is supported verifies, and two newer ones; what is published was verified, built and tested", () => {
  const { node } = jobs.verify!.strategy!.matrix;
  expect(`>=${node[0]}`).toBe(engines.node);
  expect(node).toHaveLength(3);
  expect([jobs.build!.needs, jobs.publish!.needs]).toEqual(["verify", ["build", "test"]]);
});
