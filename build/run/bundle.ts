import { build, type BuildFailure, type Message, type Plugin } from "esbuild";
import { join } from "node:path";
import type { Chapter, ProblemReport } from "../glossary.ts";

/** The chapters' functions with the laws they use, as one script: `module.exports.chapters["04-kaplan"]($)`. */
export interface Bundle {
  code: string;
  file: string;
}

export interface Bundled {
  bundle: Bundle;
  /** Chapters that could not be bundled, by name. */
  problems: Map<string, ProblemReport[]>;
}

/**
 * Bundles all that can be: when the whole fails, each chapter is tried for itself, to learn which are to blame. Plugins may
 * say what a law's file holds.
 */
export async function bundleChapters(root: string, forms: ReadonlyMap<Chapter, string>, plugins: readonly Plugin[] = []): Promise<Bundled> {
  const whole = await attempt(root, forms, plugins);
  if ("bundle" in whole) return { bundle: whole.bundle, problems: new Map() };
  const good = new Map<Chapter, string>();
  const problems = new Map<string, ProblemReport[]>();
  for (const [chapter, form] of forms) {
    const alone = await attempt(root, new Map([[chapter, form]]), plugins);
    if ("bundle" in alone) good.set(chapter, form);
    else problems.set(chapter.name, alone.errors.map((error) => located(chapter, error)));
  }
  const rest = await attempt(root, good, plugins);
  if (!("bundle" in rest)) throw new Error(`chapters bundle one by one but not together: ${rest.errors[0]?.text}`);
  return { bundle: rest.bundle, problems };
}

async function attempt(root: string, forms: ReadonlyMap<Chapter, string>, plugins: readonly Plugin[]): Promise<{ bundle: Bundle } | { errors: Message[] }> {
  const file = join(root, ".report", "chapters.cjs");
  const chapters = [...forms.keys()];
  const entry = [
    ...chapters.map(({ name }, index) => `import c${index} from ${JSON.stringify(`chapter:${name}`)};`),
    `export const chapters = {${chapters.map(({ name }, index) => `${JSON.stringify(name)}: c${index}`)}};`,
  ].join("\n");
  try {
    const { outputFiles } = await build({
      stdin: { contents: entry, resolveDir: root, sourcefile: "report.js" },
      absWorkingDir: root,
      outfile: file,
      write: false,
      bundle: true,
      platform: "node",
      format: "cjs",
      target: "node20",
      charset: "utf8",
      sourcemap: "inline",
      sourcesContent: false,
      logLevel: "silent",
      plugins: [chapterPlugin(root, forms), ...plugins],
    });
    return { bundle: { code: outputFiles[0]!.text, file } };
  } catch (error) {
    const { errors } = error as BuildFailure;
    if (!errors) throw error;
    return { errors };
  }
}

/** Chapters by name, as functions. */
export function chapterPlugin(root: string, forms: ReadonlyMap<Chapter, string>): Plugin {
  const byName = new Map([...forms].map(([chapter, form]) => [chapter.name, form]));
  return {
    name: "chapters",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^chapter:/ }, ({ path }) => ({ path: join(root, "chapters", `${path.slice("chapter:".length)}.md`) }));
      onLoad({ filter: /\.md$/ }, ({ path }) => ({
        contents: byName.get(path.replace(/^.*[\\/]/, "").replace(/\.md$/, ""))!,
        loader: "js",
        resolveDir: join(root, "chapters"),
      }));
    },
  };
}

/** An error in a law has a true place; one in a chapter points into generated text and is about one of its imports. */
function located(chapter: Chapter, { text, location }: Message): ProblemReport {
  const message = text.charAt(0).toLowerCase() + text.slice(1);
  if (location && !location.file.endsWith(".md")) {
    const column = Buffer.from(location.lineText).subarray(0, location.column).toString().length + 1;
    return { file: location.file, line: location.line, column, message };
  }
  const blamed = chapter.imports.find(({ from }) => text.includes(from.replace(/^[./]+/, ""))) ?? chapter.imports[0];
  return { file: chapter.file, line: blamed?.line ?? 1, column: blamed?.column ?? 1, message };
}
