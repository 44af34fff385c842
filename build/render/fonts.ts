import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { create, type Font } from "fontkit";
import subsetFont from "subset-font";

/** The fonts that the site ships, as the style sheet names them. */
const faces = {
  "source-serif-regular": "source-serif/WOFF2/TTF/SourceSerif4-Regular.ttf.woff2",
  "source-serif-italic": "source-serif/WOFF2/TTF/SourceSerif4-It.ttf.woff2",
  "source-serif-semibold": "source-serif/WOFF2/TTF/SourceSerif4-Semibold.ttf.woff2",
  "source-sans-regular": "source-sans/WOFF2/TTF/SourceSans3-Regular.ttf.woff2",
  "source-sans-semibold": "source-sans/WOFF2/TTF/SourceSans3-Semibold.ttf.woff2",
  "source-code-regular": "source-code-pro/WOFF2/TTF/SourceCodePro-Regular.ttf.woff2",
  "stix-two-math": "@fontsource/stix-two-math/files/stix-two-math-latin-400-normal.woff2",
} as const;

/** Printable ASCII is always kept: templates write some of it as entities. */
const always = Array.from({ length: 95 }, (_, index) => String.fromCodePoint(32 + index)).join("");

/** A letter in mathematics is drawn as the italic of the mathematical alphabets, whatever the page says. */
const italics = `ℎ${codePoints(0x1d434, 0x1d467)}${codePoints(0x1d6e2, 0x1d71b)}`;

/** The sign that a browser draws over a root; the page has only the element. */
const root = "√";

/** Each font cut down to the characters that the site uses. */
export async function siteFonts(text: string): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  const characters = [...new Set(always + italics + root + text)].sort().join("");
  for (const [name, path] of Object.entries(faces)) {
    files.set(`fonts/${name}.woff2`, await subsetFont(readFileSync(fontFile(path)), characters, { targetFormat: "woff2" }));
  }
  return files;
}

const opened = new Map<string, Font>();

/** How wide a text is in the font of the charts, in pixels. */
export function textWidth(text: string, size: number, weight: string | number | undefined): number {
  const path = weight === "bold" || Number(weight) >= 600 ? faces["source-sans-semibold"] : faces["source-sans-regular"];
  let font = opened.get(path);
  if (!font) opened.set(path, (font = create(readFileSync(fontFile(path))) as Font));
  return (font.layout(text).advanceWidth * size) / font.unitsPerEm;
}

function codePoints(from: number, to: number): string {
  return String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, index) => from + index));
}

function fontFile(path: string): string {
  return createRequire(import.meta.url).resolve(path);
}
