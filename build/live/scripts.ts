import { build, type Plugin } from "esbuild";
import { join } from "node:path";
import type { Chapter } from "../glossary.ts";
import { generatorRoot } from "../project.ts";
import { precompiled } from "../render/templates.ts";
import { chapterPlugin } from "../run/bundle.ts";
import type { LiveChapter } from "./page/scripts.ts";

const page = join(generatorRoot, "build/live/page");
const rendering = join(generatorRoot, "build/render");

/** The scripts that know no chapter, by file name. */
export async function pageScripts(): Promise<Map<string, string>> {
  const names = { "live.js": "live.ts", "live/answer.js": "answer.ts", "live/drawing.js": "drawing.ts" };
  const scripts = new Map<string, string>();
  for (const [name, entry] of Object.entries(names)) scripts.set(name, await script({ entryPoints: [join(page, entry)], minify: true }, [browserPlugin]));
  return scripts;
}

/** The functions of a chapter and of those it imports, with the laws they use, and what they need to run. */
export function chapterScript(root: string, forms: ReadonlyMap<Chapter, string>, data: Omit<LiveChapter, "steps">): Promise<string> {
  const chapters = [...forms.keys()];
  const contents = [
    ...chapters.map(({ name }, index) => `import c${index} from ${JSON.stringify(`chapter:${name}`)};`),
    `(globalThis.report ??= {}).chapter = {...${JSON.stringify(data)}, steps: {${chapters.map(({ name }, index) => `${JSON.stringify(name)}: c${index}`)}}};`,
  ].join("\n");
  return script({ stdin: { contents, resolveDir: root, sourcefile: "chapter.js" }, minifyWhitespace: true }, [chapterPlugin(root, forms)]);
}

/** Classic scripts: a browser loads no modules from `file://`. */
async function script(input: object, plugins: Plugin[]): Promise<string> {
  const { outputFiles } = await build({ ...input, absWorkingDir: generatorRoot, outfile: "script.js", bundle: true, write: false, platform: "browser", format: "iife", target: "es2022", charset: "utf8", legalComments: "none", logLevel: "silent", define: { "process.env.NODE_ENV": '"production"' }, plugins });
  return outputFiles![0]!.text;
}

/** What reads files or measures fonts when the site is built has a counterpart that runs in a browser. */
const browserPlugin: Plugin = {
  name: "browser",
  setup({ onResolve, onLoad }) {
    const counterparts: Record<string, string> = { [join(rendering, "templates.ts")]: "templates.ts", [join(rendering, "fonts.ts")]: "text-width.ts" };
    onResolve({ filter: /\/(templates|fonts)\.ts$/ }, ({ path, resolveDir }) => {
      const counterpart = counterparts[join(resolveDir, path)];
      return counterpart === undefined ? undefined : { path: join(page, counterpart) };
    });
    onResolve({ filter: /^report:templates$/ }, ({ path }) => ({ path, namespace: "report" }));
    onLoad({ filter: /.*/, namespace: "report" }, () => ({ contents: `export default ${precompiled(["text", "number", "far", "literal", "citation", "mathematics", "moved", "held", "checks", "table"])}` }));
  },
};
