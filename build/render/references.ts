import { linksOf } from "../gather/links.ts";
import type { Chapter, ProblemReport, Run, Slide } from "../glossary.ts";
import { didYouMean } from "../problem.ts";
import { headings } from "../read/headings.ts";
import type { ReportedChapter } from "../run/run-report.ts";
import type { Target } from "./captions.ts";
import { sheetList, slideHref } from "./sheet-list.ts";

/** Where every `#id` of the report leads. Headings are found on their own page first. */
export class References {
  readonly #everywhere = new Map<string, Target>();
  readonly #headings = new Map<string, Map<string, Target>>();
  readonly #pages: Set<string>;

  constructor(chapters: readonly ReportedChapter[], slides: readonly Slide[]) {
    this.#pages = new Set(["index.html", ...sheetList(slides).map(({ href }) => href), ...chapters.map(({ name }) => `${name}.html`)]);
    for (const { number } of slides) this.#everywhere.set(`slide-${number}`, { href: slideHref(number), text: `slide ${number}` });
    for (const { name, chapter, run } of chapters) {
      if (!chapter) continue;
      const page = `${name}.html`;
      for (const id of [name, name.replace(/^\d+-/, "")]) this.#everywhere.set(id, { href: page, text: chapter.front.title });
      for (const [id, text] of numbered(chapter, run)) this.#everywhere.set(id, { href: `${page}#${id}`, text });
      this.#headings.set(name, new Map(headings(chapter.tokens).map(({ id, text }) => [id, { href: `${page}#${id}`, text }])));
    }
  }

  /** The target of a link as it is written in a chapter, or nothing. Links out of the report lead where they say. */
  find(chapter: string, written: string): Target | undefined {
    if (/^(https?:|mailto:)/.test(written)) return { href: written, text: written };
    if (written.startsWith("#")) return this.#byId(chapter, written.slice(1));
    const page = written.replace(/\.md(?=#|$)/, ".html").replace(/^\.\//, "");
    return this.#pages.has(page.replace(/#.*$/, "")) ? { href: page, text: written } : undefined;
  }

  ids(chapter: string): string[] {
    return [...this.#everywhere.keys(), ...(this.#headings.get(chapter)?.keys() ?? [])];
  }

  #byId(chapter: string, id: string): Target | undefined {
    const own = this.#headings.get(chapter)?.get(id);
    if (own) return { ...own, href: `#${id}` };
    return this.#everywhere.get(id) ?? [...this.#headings.values()].map((page) => page.get(id)).find(Boolean);
  }
}

/** Figures and tables by id, with their numbers: `Figure 4.1`. */
export function numbered(chapter: Pick<Chapter, "number">, run: Pick<Run, "outputs"> | null): Map<string, string> {
  const names = new Map<string, string>();
  const counts = { figure: 0, table: 0 };
  for (const output of run?.outputs ?? []) {
    if (output.kind === "figure" || output.kind === "table") {
      names.set(output.id, `${output.kind === "figure" ? "Figure" : "Table"} ${chapter.number}.${++counts[output.kind]}`);
    }
  }
  return names;
}

const whereLinksLead = " (a link leads to a heading, a figure, a table, a chapter or a slide)";

/** Links that lead nowhere, in prose each at its target, in captions and tables at their word. A chapter that failed is not judged: its figures are missing too. */
export function referenceProblems(chapters: readonly ReportedChapter[], slides: readonly Slide[]): ProblemReport[] {
  const references = new References(chapters, slides);
  if (chapters.some(({ run }) => run === null)) return [];
  return chapters.flatMap((one) => {
    const { name, file, problems } = one;
    if (problems.length > 0) return [];
    return linksOf(one).flatMap(({ href, line, column }): ProblemReport[] => {
      if (references.find(name, href)) return [];
      const hint = href.startsWith("#") ? didYouMean(href.slice(1), references.ids(name)) || whereLinksLead : "";
      return [{ file, line, column, message: `this link leads to nothing: ${href}${hint}` }];
    });
  });
}
