import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import type { Scenario, Setting } from "./glossary.ts";
import { didYouMean, UsageProblem } from "./problem.ts";
import { typed, YamlFile, type Entry } from "./read/yaml-file.ts";

const folder = "chapters/scenarios";
const ending = /\.(yaml|yml|json)$/;
const fields = ["name", "sentence", "set"];

/** The scenario of a file, which may be named as a file of `chapters/scenarios/` without its ending. */
export function readScenario(root: string, named: string): Scenario {
  const path = findScenario(root, named);
  if (!path) throw new UsageProblem(`there is no scenario ${named}${didYouMean(named, scenarioNames(root))}: ${listed(scenarioNames(root))}`);
  const file = relative(root, path).replaceAll("\\", "/");
  const yaml = new YamlFile(file, readFileSync(path, "utf8"), "a scenario is");
  const odd = yaml.entries(yaml.root).find(({ key }) => !fields.includes(key));
  if (odd) throw yaml.problem(odd.at, `a scenario knows no ${odd.key}${didYouMean(odd.key, fields)}: it is ${fields.join(", ")}`);
  const text = (key: string): string => typed(yaml.root?.get(key, true)) || refuse(yaml, key, "a text");
  const settings = yaml.entries(yaml.root?.get("set", true)).map((entry) => settingOf(yaml, entry));
  return { file, name: text("name"), sentence: text("sentence"), settings: settings.length > 0 ? settings : refuse(yaml, "set", "ids of assumptions with their values") };
}

/** The file of a scenario, or nothing. */
export function findScenario(root: string, named: string): string | undefined {
  const inFolder = scenarioFiles(root).find((file) => file.replace(ending, "") === named || file === named);
  if (inFolder) return join(root, folder, inFolder);
  const path = resolve(root, named);
  return ending.test(named) && existsSync(path) ? path : undefined;
}

/** The names that scenarios have on the command line. */
export function scenarioNames(root: string): string[] {
  return scenarioFiles(root).map((file) => file.replace(ending, ""));
}

function scenarioFiles(root: string): string[] {
  const path = join(root, folder);
  return existsSync(path) ? readdirSync(path).filter((name) => ending.test(name)).sort() : [];
}

function listed(names: readonly string[]): string {
  return names.length > 0 ? `they are ${names.join(", ")}` : `${folder} has none`;
}

function refuse(yaml: YamlFile, key: string, wanted: string): never {
  throw yaml.problem(yaml.placeOf(key), `a scenario wants ${key}, ${wanted}`);
}

/** `chips: 64`, or with its source `chips: { value: 64, source: … }`. */
function settingOf(yaml: YamlFile, { key: id, at, value }: Entry): Setting {
  const plain = typed(value);
  if (plain !== undefined) return { id, text: plain, source: null, ...at };
  const parts = yaml.entries(value);
  const odd = parts.find(({ key }) => key !== "value" && key !== "source");
  if (odd) throw yaml.problem(odd.at, `a setting knows no ${odd.key}: it is value, source`);
  const part = (key: string): string | undefined => typed(parts.find((one) => one.key === key)?.value);
  const text = part("value");
  if (text === undefined) throw yaml.problem(at, `${id} wants a value, a number or a text: ${id}: 64, or { value: 64, source: … }`);
  return { id, text, source: part("source") ?? null, ...at };
}
