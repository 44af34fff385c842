import { expect, test } from "vitest";
import { lint } from "../../../build/lint/lint.ts";
import { describe as describeProblem } from "../../../build/problem.ts";
import { run } from "../project.ts";

const files = {
  "chapters/slides.yaml": "1: { title: One, evidence: seen }\n2: { title: Two, evidence: seen }\n3: { title: Three, evidence: seen }\n  \n4: { title: Four, evidence: seen }\n",
  "chapters/01-one.md": "---\ntitle: A\nslides: [1]\n---\nThe text, [](#slide-2).\n",
  "chapters/02-two.md": '---\ntitle: B\n---\n```ts\ncheck("a", 1, exactly(1), { source: "b", slide: 3 });\n```\n',
};
const said = async (...given: Parameters<typeof run>): Promise<string[]> => lint(await run(...given)).map(describeProblem);

test("a slide that no chapter mirrors, refers to or checks is told at its line", async () => {
  expect(await said(files)).toEqual(["chapters/slides.yaml:5:1: no chapter mentions slide 4, “Four”: refer to it as [](#slide-4), check a claim of it, or name it in a chapter's front matter"]);
});

test("where one chapter is asked for, or one could not run, no slide is judged", async () => {
  expect(await said(files, { wanted: ["01"] })).toEqual([]);
  expect(await said({ ...files, "chapters/03-three.md": "no front matter" })).toEqual([]);
});
