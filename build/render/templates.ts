import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import Handlebars from "handlebars";
import { generatorRoot } from "../project.ts";

/** The templates: every tag, colour and font of the site. */
export const templatesFolder = join(generatorRoot, "templates");

const engine = Handlebars.create();
const sources = new Map(readdirSync(templatesFolder).filter((name) => name.endsWith(".hbs")).map((file) => [basename(file, ".hbs"), readFileSync(join(templatesFolder, file), "utf8")]));
for (const [name, source] of sources) engine.registerPartial(name, source);
const compiled = new Map<string, HandlebarsTemplateDelegate>();

/** Fills the template of this name. A name that a view lacks is an error, not an empty string. */
export function fill(template: string, view: object): string {
  let write = compiled.get(template);
  if (!write) compiled.set(template, (write = engine.compile(sources.get(template)!, { strict: true })));
  return write(view);
}

/** These templates as a list for a script, compiled: `{ "text": …, … }`. */
export function precompiled(names: readonly string[]): string {
  return `{${names.map((name) => `${JSON.stringify(name)}: ${String(engine.precompile(sources.get(name)!, { strict: true }))}`).join(",")}}`;
}

type HandlebarsTemplateDelegate = ReturnType<typeof Handlebars.compile>;
