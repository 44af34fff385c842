import { expect, test } from "vitest";
import { readSlides } from "../../build/slides.ts";
import { problems, project, run, toldBy } from "./project.ts";

const read = (text: string): ReturnType<typeof readSlides> => readSlides(project({ "chapters/slides.yaml": text }));

test("the slides come in the order of their numbers, each at the place of its number", () => {
  expect(read("# a note\n2: { title: Two, evidence: inferred, note: a guess }\n1: { title: One, evidence: seen }\n")).toEqual([
    { number: 1, title: "One", evidence: "seen", note: null, line: 3, column: 1 },
    { number: 2, title: "Two", evidence: "inferred", note: "a guess", line: 2, column: 1 },
  ]);
});

test("a project without a list of slides has none, and links to them are dead", async () => {
  expect(readSlides(project({}))).toEqual([]);
  expect(problems(await run({ "chapters/01-one.md": "---\ntitle: A\n---\n[](#slide-1)\n" }))).toEqual(["chapters/01-one.md:4:4: this link leads to nothing: #slide-1 (a link leads to a heading, a figure, a table, a chapter or a slide)"]);
});

test.each([
  ["1: { title: One, evidence: seen }\nx: { title: Two, evidence: seen }", "2:1", "a slide has a number: x"],
  ["1: { evidence: seen }", "1:1", "the slide 1 wants a title, a text"],
  ["1: One", "1:1", "the slide 1 wants a title, a text"],
  ["1: { title: One }", "1:1", "the evidence of slide 1 is seen, evidenced, inferred: nothing"],
  ["1: { title: One, evidence: sure }", "1:1", "the evidence of slide 1 is seen, evidenced, inferred: sure"],
  ["1: { title: One, evidence: seen, notes: a }", "1:34", "a slide knows no notes (did you mean note?): it is title, evidence, note"],
  ["1: { title: One, evidence: seen, note: 3 }", "1:1", "the note of slide 1 is a text"],
  ["1: {\n", "2:1", "the slides are no YAML: Flow map in block collection must be sufficiently indented and end with a }"],
  ["- one", "1:1", "the slides are keys with values"],
  ["1: { title: One, evidence: seen }\n1: { title: One, evidence: seen }", "2:1", "the slides are no YAML: Map keys must be unique"],
])("%j is told at its place", (text, place, message) => expect(toldBy(() => read(text))).toBe(`chapters/slides.yaml:${place}: ${message}`));
