import type { Chapter, ProblemReport } from "../glossary.ts";

/** Chapters in an order in which each comes after those it imports. A circle is a problem of the import that closes it. */
export function dependencyOrder(chapters: readonly Chapter[]): { order: Chapter[]; problems: ProblemReport[] } {
  const byFile = new Map(chapters.map((chapter) => [`./${chapter.name}.md`, chapter]));
  const order: Chapter[] = [];
  const problems: ProblemReport[] = [];
  const stack: Chapter[] = [];
  const seen = new Set<Chapter>();
  const visit = (chapter: Chapter): void => {
    seen.add(chapter);
    stack.push(chapter);
    for (const { from, line, column } of chapter.imports) {
      const needed = byFile.get(from);
      if (!needed) continue;
      if (stack.includes(needed)) problems.push({ file: chapter.file, line, column, message: `a circle of chapters: ${circle(stack, needed)}; move what both need into a chapter that needs neither` });
      else if (!seen.has(needed)) visit(needed);
    }
    stack.pop();
    order.push(chapter);
  };
  for (const chapter of chapters) if (!seen.has(chapter)) visit(chapter);
  return { order, problems };
}

function circle(stack: readonly Chapter[], closing: Chapter): string {
  return [...stack.slice(stack.indexOf(closing)), closing].map(({ name }) => name).join(" needs ");
}

/** The names of a chapter and of all it imports, directly or not. */
export function withImports(chapters: readonly Chapter[], names: readonly string[]): Set<string> {
  const wanted = new Set(names);
  for (const name of wanted) {
    const chapter = chapters.find((one) => one.name === name);
    for (const { from } of chapter?.imports ?? []) if (from.endsWith(".md")) wanted.add(from.slice(2, -3));
  }
  return wanted;
}
