/** The small script of every page: the controls, the address, and the links that take the state along. All else comes at the first change. */
import { carry } from "./links.ts";
import { Panel } from "./panel.ts";

const template = document.querySelector<HTMLTemplateElement>("template#live");
if (template?.dataset.chapter) new Panel(template, template.dataset.chapter).start();
else if (template) carry(template);
