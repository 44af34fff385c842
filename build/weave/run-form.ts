import { transform, type Message, type TransformFailure } from "esbuild";
import { init, parse } from "es-module-lexer";
import type { Chapter } from "../glossary.ts";
import { Problem } from "../problem.ts";
import { vocabulary } from "../words/vocabulary.ts";
import { scope } from "./weave.ts";

/**
 * Woven module → the module that runs: `export default function run($)`, with the imports of laws above it,
 * imports of chapters asked for at the door, and exports as getters that are registered first.
 * A function body can hold neither import nor export, hence the detour over a module; and only as the body of
 * a function do its names keep the dead zone of `const` when everything is bundled.
 */
export async function runForm(chapter: Chapter, woven: string): Promise<string> {
  const { code, map } = await transformed(chapter, woven);
  await init;
  const [imports, exports] = parse(code);
  let body = code;
  const laws: string[] = [];
  const chapters: string[] = [];
  for (const { ss, se, n } of imports) {
    const statement = code.slice(ss, se);
    body = blank(body, ss, se);
    if (n?.endsWith(".md")) chapters.push(fromDoor(statement, n));
    else if (n !== scope) laws.push(statement.replaceAll("\n", " "));
  }
  const last = code.lastIndexOf("\nexport {");
  if (exports.length > 0 && last >= 0) body = blank(body, last + 1, code.indexOf("};", last) + 2);
  const getters = exports.map(({ n, ln }) => `${JSON.stringify(n)}: () => ${ln ?? n}`);
  const head = `${laws.join(";")};export default function run($){const{${vocabulary}}=$.words;${chapters.join("")}$.exports({${getters}});`;
  return `${head}\n${body}\n}\n${inline(map)}`;
}

/** Removes the types. esbuild says nothing of chapters, so its messages are put in ours. */
export async function transformed(chapter: Chapter, woven: string): Promise<{ code: string; map: string }> {
  try {
    return await transform(woven, {
      loader: "ts",
      format: "esm",
      target: "node20",
      charset: "utf8",
      sourcemap: "external",
      sourcesContent: false,
      sourcefile: chapter.file.replace(/^.*\//, ""),
      supported: { "top-level-await": false },
      tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
      logLevel: "silent",
    });
  } catch (error) {
    const [message] = (error as TransformFailure).errors ?? [];
    if (!message) throw error;
    throw syntaxProblem(chapter, message);
  }
}

function syntaxProblem(chapter: Chapter, { text, location, notes }: Message): Problem {
  const place = { line: location?.line ?? 1, column: utf16Column(location?.lineText ?? "", location?.column ?? 0) };
  const twice = /^The symbol "(.+)" has already been declared/.exec(text)?.[1];
  const first = notes[0]?.location;
  if (twice) return new Problem(chapter.file, place, `${twice} is defined twice${first ? `, first at ${chapter.file}:${first.line}:${utf16Column(first.lineText, first.column)}` : ""}: give one of the two another name`);
  if (/top-level await|"await" can only/i.test(text)) return new Problem(chapter.file, place, "a chapter is synchronous: it cannot await");
  return new Problem(chapter.file, place, `this is no TypeScript: ${text.charAt(0).toLowerCase()}${text.slice(1)}`);
}

/** esbuild counts columns from 0, in UTF-8 bytes. */
function utf16Column(lineText: string, bytes: number): number {
  return Buffer.from(lineText).subarray(0, bytes).toString().length + 1;
}

/** `import { a as b } from "./x.md"` → `const{a:b}=$.chapter("./x.md",["a"]);` */
function fromDoor(statement: string, file: string): string {
  const wanted = JSON.stringify(file);
  const all = /^import\s*\*\s*as\s+([\w$]+)/.exec(statement)?.[1];
  if (all) return `const ${all}=$.chapter(${wanted},[]);`;
  const clause = /\{([^}]*)\}/.exec(statement)?.[1] ?? "";
  const names = clause.split(",").map((one) => one.trim()).filter(Boolean).map((one) => one.split(/\s+as\s+/) as [string, string?]);
  const bound = names.map(([name, local]) => (local ? `${name}:${local}` : name));
  return `const{${bound}}=$.chapter(${wanted},${JSON.stringify(names.map(([name]) => name))});`;
}

function blank(code: string, from: number, to: number): string {
  return code.slice(0, from) + code.slice(from, to).replace(/[^\n]/g, " ") + code.slice(to);
}

/** The map as a comment; one empty line more at its start, for the head. */
function inline(map: string): string {
  const parsed = JSON.parse(map) as { mappings: string };
  parsed.mappings = `;${parsed.mappings}`;
  return `//# sourceMappingURL=data:application/json;base64,${Buffer.from(JSON.stringify(parsed)).toString("base64")}`;
}
