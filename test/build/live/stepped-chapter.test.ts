/** A chapter on a page runs again only what a change reaches, and says what it would say if all of it ran. */
import { beforeEach, describe, expect, test } from "vitest";
import { SteppedChapter, Postponed, type Around, type Says } from "../../../build/live/page/stepped-chapter.ts";
import type { SteppedFunction } from "../../../build/live/page/steps.ts";
import { read } from "../../../build/read/read.ts";
import { stepForm } from "../../../build/weave/step-form.ts";
import { weave } from "../../../build/weave/weave.ts";

/** What cells have run since the last question. */
const ran: string[] = [];
Object.assign(globalThis, { ran });
const asked = (): string[] => ran.splice(0);
beforeEach(() => void asked());

const head = `const a = assume("a", 1, { unit: "1", label: "a", min: -10, max: 10 });\nconst noting = <T>(name: string, value: T): T => { (globalThis as any).ran.push(name); return value; };\n`;
const around: Around = { works: {}, drawingLater: true, siteOf: () => null, placeOf: () => ({ line: 1, column: 1 }) };

async function stepped(code: string, prose = "", others: Record<string, SteppedChapter> = {}, surroundings: Partial<Around> = {}): Promise<SteppedChapter> {
  const chapter = read("chapters/01-a.md", `---\ntitle: A\n---\n\n\`\`\`ts\n${code}\n\`\`\`\n\n${prose}\n`);
  const form = await stepForm(chapter, weave(chapter));
  const steps = new Function(form.replace("export default", "return"))() as SteppedFunction;
  return new SteppedChapter("01-a", steps, { ...around, ...surroundings }, (file) => others[file]!);
}

function said(chapter: SteppedChapter, overrides: Record<string, string>, inHaste = false): Says {
  chapter.run(overrides, inHaste);
  return chapter.says;
}

const texts = ({ sentences }: Says): string[] => Object.values(sentences).map(({ text }) => text);

describe("after a change", () => {
  test("only what rests on it runs", async () => {
    const chapter = await stepped(`${head}const b = noting("b", 2 * a);\nconst c = noting("c", 5);\nconst d = noting("d", c + 1);\nconst e = noting("e", b + c);`, "${show(e)}");
    expect(texts(said(chapter, {}))).toEqual(["7"]);
    expect(asked()).toEqual(["b", "c", "d", "e"]);
    expect(texts(said(chapter, { a: "2" }))).toEqual(["9"]);
    expect(asked()).toEqual(["b", "e"]);
    chapter.run({ a: "2" });
    expect(asked()).toEqual([]);
    expect(texts(said(chapter, {}))).toEqual(["7"]);
  });

  test("what rests on a value that has stayed the same does not run", async () => {
    const chapter = await stepped(`${head}const sign = noting("sign", Math.sign(a));\nconst word = noting("word", sign > 0 ? "up" : "down");`, "${word}");
    chapter.run({});
    asked();
    expect(texts(said(chapter, { a: "3" }))).toEqual(["up"]);
    expect(asked()).toEqual(["sign"]);
    expect(texts(said(chapter, { a: "-3" }))).toEqual(["down"]);
    expect(asked()).toEqual(["sign", "word"]);
  });

  test("what calls a function rests on all that the function mentions, wherever it stands", async () => {
    const chapter = await stepped(`${head}const b = noting("b", twice(1));\nconst thrice = () => 3 * four();\nconst c = noting("c", thrice());\nfunction twice(x: number): number { return x * 2 * a; }\nfunction four() { return 4; }`, "${show(b)} ${show(c)}");
    expect(texts(said(chapter, {}))).toEqual(["2", "12"]);
    asked();
    expect(texts(said(chapter, { a: "3" }))).toEqual(["6", "12"]);
    expect(asked()).toEqual(["b"]);
  });

  test("a caption and a sentence may speak of what comes after them", async () => {
    const chapter = await stepped(`${head}table("t", () => \`a is \${a}, later \${later}\`, [{ x: 1 }]);\nconst later = noting("later", a + 1);`, "${show(later)}");
    const caption = ({ outputs }: Says): unknown => outputs.flatMap((output) => (output.kind === "table" ? output.caption : []))[0];
    expect(caption(said(chapter, {}))).toBe("a is 1, later 2");
    expect(caption(said(chapter, { a: "4" }))).toBe("a is 4, later 5");
    expect(texts(said(chapter, { a: "5" }))).toEqual(["6"]);
  });

  test("what is changed after its definition runs with all its changes", async () => {
    const chapter = await stepped(`${head}let sum = 0;\nconst list: number[] = [];\nfor (const one of [1, 2]) sum += one * a;\nlist.push(sum);\nconst free = noting("free", 1);\nconst last = noting("last", list.length + list[0]!);`, "${show(last)} ${show(sum)} ${show(free)}");
    expect(texts(said(chapter, {}))).toEqual(["4", "3", "1"]);
    asked();
    expect(texts(said(chapter, { a: "2" }))).toEqual(["7", "6", "1"]);
    expect(texts(said(chapter, { a: "2" }))).toEqual(["7", "6", "1"]);
    expect(asked()).toEqual(["last"]);
  });

  test("patterns, classes and several names of one definition are steps as well", async () => {
    const chapter = await stepped(`${head}const { x, y: [z] } = { x: a, y: [a + 1] };\nclass Twice { value = 2 * a; }\nconst p = new Twice().value, q = p + 1;`, "${show(x)} ${show(z)} ${show(p)} ${show(q)}");
    expect(texts(said(chapter, {}))).toEqual(["1", "2", "2", "3"]);
    expect(texts(said(chapter, { a: "5" }))).toEqual(["5", "6", "10", "11"]);
  });

  test("claims keep their order and their places among all", async () => {
    const chapter = await stepped(`${head}check("first", 1, exactly(1), { source: "s" });\ncheck("second", a, exactly(1), { source: "s" });\ncheck("third", 3, exactly(3), { source: "s" });`);
    chapter.run({});
    const { checks, outputs } = said(chapter, { a: "2" });
    expect(checks.map(({ claim, verdict }) => [claim, verdict])).toEqual([["first", "agrees"], ["second", "disagrees"], ["third", "agrees"]]);
    expect(outputs.flatMap((output) => (output.kind === "check" ? output.check : []))).toEqual([0, 1, 2]);
  });

  test("of another chapter only the names count that have changed", async () => {
    const first = await stepped(`${head}export const sign = Math.sign(a);\nexport const twice = () => 2 * a;\nexport const free = 7;`);
    const second = await stepped(`import { sign, twice as double, free } from "./00-first.md";\nconst noting = <T>(name: string, value: T): T => { (globalThis as any).ran.push(name); return value; };\nconst s = noting("s", sign);\nconst t = noting("t", double());\nconst f = noting("f", free);`, "${show(s)} ${show(t)} ${show(f)}", { "./00-first.md": first });
    const both = (overrides: Record<string, string>): string[] => [said(first, overrides), said(second, overrides)].slice(1).flatMap(texts);
    expect(both({})).toEqual(["1", "2", "7"]);
    asked();
    expect(both({ a: "4" })).toEqual(["1", "8", "7"]);
    expect(asked()).toEqual(["t"]);
    expect(both({ a: "-4" })).toEqual(["−1", "−8", "7"]);
    expect(asked()).toEqual(["s", "t"]);
  });
});

test("after an error the next run says what it says without one", async () => {
  const chapter = await stepped(`${head}const b = 2 * a;\nif (a > 5) throw new Error("too much");\nconst c = b + 1;\ncheck("c", c, exactly(3), { source: "s" });`, "${show(c)}");
  const before = said(chapter, {});
  expect(() => chapter.run({ a: "6" })).toThrow("too much");
  expect(said(chapter, {})).toEqual(before);
  expect(texts(said(chapter, { a: "2" }))).toEqual(["5"]);
});

test("slow work that is left for later keeps all that rests on it, and nothing else, as it was", async () => {
  let patient = true;
  const code = `${head}const slow = fixed("slow", { a }, ({ a }) => 10 * a, { quick: true });\nconst quick = a + 1;\nconst both = slow + quick;`;
  const chapter = await stepped(code, "a ${show(slow)}\n\nb ${show(quick)}\n\nc ${show(both)}", {}, {
    recall: () => {
      if (patient) return undefined;
      throw new Postponed();
    },
  });
  expect(texts(said(chapter, {}))).toEqual(["10", "2", "12"]);
  patient = false;
  expect(texts(said(chapter, { a: "2" }))).toEqual(["10", "3", "12"]);
  expect(chapter.isWaiting).toBe(true);
  patient = true;
  expect(texts(said(chapter, { a: "2" }))).toEqual(["20", "3", "23"]);
  expect(chapter.isWaiting).toBe(false);
});

test("in haste another chapter runs only what is taken from it, and the rest when there is time", async () => {
  const first = await stepped(`${head}export const b = noting("b", 2 * a);\nconst own = noting("own", b + 1);\nif (own > 9) throw new Error("too much");\nexport const free = noting("free", 3 * a);`);
  first.run({});
  first.wantOnly(["b"], new Set());
  asked();
  first.run({ a: "3" }, true);
  expect([asked(), first.isWaiting]).toEqual([["b"], true]);
  first.run({ a: "3" });
  expect([asked(), first.isWaiting]).toEqual([["own", "free"], false]);
  first.run({ a: "5" }, true);
  expect(() => first.run({ a: "5" })).toThrow("too much");
});

test("in haste the chapter itself runs only what is in sight needs, and says of the rest what it said before", async () => {
  const code = `${head}const b = noting("b", 2 * a);\nconst c = noting("c", b + 1);\nconst d = noting("d", b + 2);\ntable("t", "T", [{ d }]);\ncheck("e", noting("e", b), exactly(2), { source: "s" });`;
  const chapter = await stepped(code, "${show(c)}\n\n${show(d)}");
  const [first, second] = Object.keys(said(chapter, {}).sentences);
  const told = ({ sentences, outputs, checks }: Says): unknown[] => [sentences[Number(first)]!.text, sentences[Number(second)]!.text, outputs.flatMap((output) => (output.kind === "table" ? output.rows[0]![0]!.text : [])), checks.map(({ value }) => value)];
  const ranFor = (names: string[], a: string): unknown[] => {
    chapter.wantOnly([], new Set(names));
    asked();
    return [told(said(chapter, { a }, true)), asked()];
  };
  expect(ranFor([`sentence ${first}`], "2")).toEqual([["5", "4", ["4"], [2]], ["b", "c"]]);
  expect(ranFor(["table t"], "3")).toEqual([["5", "4", ["8"], [2]], ["b", "d"]]);
  expect(ranFor(["claims 0"], "4")).toEqual([["5", "4", ["8"], [8]], ["b", "e"]]);
  expect(told(said(chapter, { a: "4" }))).toEqual(["9", "10", ["10"], [8]]);
  expect(asked()).toEqual(["c", "d"]);
});
