import Handlebars from "handlebars/runtime";
import precompiled from "report:templates";

/** Fills a template of the page that was compiled when the site was built: the page allows no evaluation. */
export function fill(template: string, view: object): string {
  return (Handlebars.partials[template] as (view: object) => string)(view);
}

for (const [name, template] of Object.entries(precompiled)) Handlebars.registerPartial(name, Handlebars.template(template as TemplateSpecification));
