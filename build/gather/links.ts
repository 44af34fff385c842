import type { Token } from "markdown-it";
import type { Place, Run } from "../glossary.ts";
import { captionMarkdown } from "../read/markdown.ts";
import { Places } from "../read/places.ts";
import type { ReportedChapter } from "../run/run-report.ts";
import { isWords } from "../words/sentence.ts";

/** The links of a chapter as they are written, each at its target in prose, at its word in what a cell puts on the page. */
export function linksOf({ chapter, run }: ReportedChapter): (Place & { href: string })[] {
  const places = new Places(chapter!.lines);
  const inProse = links(chapter!.tokens).map(({ href, map }) => {
    const { line, column } = places.search(map, `(${href})`);
    return { href, line, column: column + 1 };
  });
  return [...inProse, ...(run ? linksOfOutputs(run) : [])];
}

/** The links in captions, heads of columns and words of tables. */
function linksOfOutputs({ outputs }: Run): (Place & { href: string })[] {
  const md = captionMarkdown();
  return outputs.flatMap((output) => {
    if (output.kind !== "figure" && output.kind !== "table") return [];
    const { line, column } = output;
    const words = output.kind === "table" ? [...output.columns, ...output.rows.flat().filter(isWords).map(({ text }) => text)] : [];
    return [output.caption, ...words].flatMap((text) => links(md.parseInline(text, {})).map(({ href }) => ({ href, line, column })));
  });
}

function links(tokens: readonly Token[]): { href: string; map: [number, number] }[] {
  let map: [number, number] = [0, 1];
  return tokens.flatMap((block) => {
    map = block.map ?? map;
    return (block.children ?? []).filter(({ type }) => type === "link_open").map((link) => ({ href: String(link.attrGet("href")), map }));
  });
}
