import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Place, Slide } from "./glossary.ts";
import { didYouMean } from "./problem.ts";
import { fieldsOf, YamlFile } from "./read/yaml-file.ts";

export const slidesFile = "chapters/slides.yaml";
const evidences: readonly unknown[] = ["seen", "evidenced", "inferred"] satisfies Slide["evidence"][];
const fields = ["title", "evidence", "note"];

/** The slides of the talk in their order. A report without a list of them has none. */
export function readSlides(root: string): Slide[] {
  const path = join(root, slidesFile);
  if (!existsSync(path)) return [];
  const yaml = new YamlFile(slidesFile, readFileSync(path, "utf8"), "the slides are");
  const slides = yaml.entries(yaml.root).map(({ key, at, value }) => {
    const odd = yaml.entries(value).find((field) => !fields.includes(field.key));
    if (odd) throw yaml.problem(odd.at, `a slide knows no ${odd.key}${didYouMean(odd.key, fields)}: it is ${fields.join(", ")}`);
    const wrong = faultOf(key, fieldsOf(value));
    if (wrong) throw yaml.problem(at, wrong);
    return slideOf(key, at, fieldsOf(value));
  });
  return slides.sort((a, b) => a.number - b.number);
}

function faultOf(key: string, { title, evidence, note = "" }: Record<string, unknown>): string | undefined {
  if (!/^[1-9]\d*$/.test(key)) return `a slide has a number: ${key}`;
  if (typeof title !== "string" || !title) return `the slide ${key} wants a title, a text`;
  if (!evidences.includes(evidence)) return `the evidence of slide ${key} is ${evidences.join(", ")}: ${String(evidence ?? "nothing")}`;
  return typeof note === "string" ? undefined : `the note of slide ${key} is a text`;
}

function slideOf(key: string, at: Place, { title, evidence, note }: Record<string, unknown>): Slide {
  return { number: Number(key), title: String(title), evidence: evidence as Slide["evidence"], note: note === undefined ? null : String(note), ...at };
}
