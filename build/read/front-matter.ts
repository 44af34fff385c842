import type { FrontMatter, ValueUnit } from "../glossary.ts";
import { didYouMean, Problem } from "../problem.ts";
import { fieldsOf, YamlFile } from "./yaml-file.ts";

const keys = ["title", "summary", "slides", "values", "precision"];
const fields = ["unit", "label", "outside"];

/** The front matter between the first two lines of `---`, and how many lines it takes. */
export function frontMatter(file: string, lines: readonly string[]): { front: FrontMatter; height: number } {
  const end = lines.indexOf("---", 1);
  if (lines[0] !== "---" || end < 0) throw new Problem(file, { line: 1, column: 1 }, "a chapter begins with its front matter, between two lines of ---, with a title");
  return { front: readFront(new YamlFile(file, lines.slice(1, end).join("\n"), "the front matter is", 2)), height: end + 1 };
}

function readFront(yaml: YamlFile): FrontMatter {
  const unknown = yaml.entries(yaml.root).find(({ key }) => !keys.includes(key));
  if (unknown) throw yaml.problem(unknown.at, `the front matter knows no ${unknown.key}${didYouMean(unknown.key, keys)}: it is ${keys.join(", ")}`);
  const { title, summary = "", slides = [], values = {}, precision = null } = yaml.data as Partial<Record<string, unknown>>;
  if (typeof title !== "string" || !title) throw yaml.problem(yaml.placeOf("title"), "the front matter wants a title, a text");
  if (typeof summary !== "string") throw yaml.problem(yaml.placeOf("summary"), "the summary is a text");
  if (!Array.isArray(slides) || !slides.every(Number.isInteger)) throw yaml.problem(yaml.placeOf("slides"), "slides are whole numbers: [7, 8]");
  if (typeof values !== "object" || values === null || Array.isArray(values)) throw yaml.problem(yaml.placeOf("values"), "values are names with units: { compute: { unit: FLOP } }");
  if (precision !== null && !(typeof precision === "number" && precision > 0 && precision < 1e-3)) throw yaml.problem(yaml.placeOf("precision"), "the precision is the relative error that fits and searches leave, above 0 and below 0.001: 1e-6");
  return { title, summary, slides, values: readUnits(yaml), precision };
}

function readUnits(yaml: YamlFile): FrontMatter["values"] {
  const map = yaml.root?.get("values", true);
  const units: FrontMatter["values"] = {};
  for (const { key, at, value } of yaml.entries(map)) {
    const { unit, label, outside } = fieldsOf(value) as Partial<ValueUnit>;
    const odd = yaml.entries(value).find((field) => !fields.includes(field.key));
    if (odd) throw yaml.problem(odd.at, `the value ${key} knows no ${odd.key}: it is { unit, label, outside } (a label with a comma is quoted)`);
    if (unit === undefined && label === undefined) throw yaml.problem(at, `the value ${key} wants a unit: { unit: FLOP }, or "1" for a pure number; a word or a truth value has a label alone`);
    units[key] = { ...(unit !== undefined && { unit: String(unit) }), ...(label !== undefined && { label: String(label) }), ...(outside !== undefined && { outside: String(outside) }), ...at };
  }
  return units;
}
