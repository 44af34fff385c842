import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import Handlebars from "handlebars";
import { generatorRoot } from "../project.ts";

/** The templates: every tag, colour and font of the site. */
export const templatesFolder = join(generatorRoot, "templates");

const engine = Handlebars.create();
for (const file of readdirSync(templatesFolder).filter((name) => name.endsWith(".hbs"))) {
  engine.registerPartial(basename(file, ".hbs"), readFileSync(join(templatesFolder, file), "utf8"));
}
const compiled = new Map<string, HandlebarsTemplateDelegate>();

/** Fills the template of this name. A name that a view lacks is an error, not an empty string. */
export function fill(template: string, view: object): string {
  let write = compiled.get(template);
  if (!write) compiled.set(template, (write = engine.compile(engine.partials[template] as string, { strict: true })));
  return write(view);
}

type HandlebarsTemplateDelegate = ReturnType<typeof Handlebars.compile>;
