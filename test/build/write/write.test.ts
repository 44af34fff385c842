import { existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { UsageProblem } from "../../../build/problem.ts";
import { prepareTarget, writeSite } from "../../../build/write/write.ts";
import { filesOf, project } from "../project.ts";

const site = new Map<string, string | Uint8Array>([["index.html", "new"], ["fonts/a.woff2", Uint8Array.of(1, 2)]]);

test("a site is written whole, with its folders and its marker, and nothing is left beside it", () => {
  const out = join(project({}), "site");
  prepareTarget(out);
  writeSite(out, site);
  expect(filesOf(out)).toEqual(new Map([[".pretraining-report", ""], ["fonts/a.woff2", "\x01\x02"], ["index.html", "new"]]));
  expect([existsSync(join(out, "../.site.new")), existsSync(join(out, "../.site.old"))]).toEqual([false, false]);
});

test("files of the old site that the new one lacks are gone", () => {
  const out = join(project({ "site/.pretraining-report": "", "site/gone.html": "old" }), "site");
  prepareTarget(out);
  writeSite(out, site);
  expect(existsSync(join(out, "gone.html"))).toBe(false);
});

test("killed between the two renames, the old site comes back; killed while writing, the rest is cleared", () => {
  const root = project({ "site/.pretraining-report": "", "site/index.html": "old", ".site.new/half.html": "half" });
  renameSync(join(root, "site"), join(root, ".site.old"));
  prepareTarget(join(root, "site"));
  expect(filesOf(root)).toEqual(new Map([["site/.pretraining-report", ""], ["site/index.html", "old"]]));
});

test("a file, or a folder of somebody else's, is refused untouched", () => {
  const root = project({ file: "a", "mine/a.txt": "a" });
  for (const name of ["file", "mine"]) expect(() => prepareTarget(join(root, name))).toThrow(UsageProblem);
  mkdirSync(join(root, "empty"));
  writeFileSync(join(root, "mine/b.txt"), "b");
  expect(() => prepareTarget(join(root, "empty"))).not.toThrow();
  expect([...filesOf(root).keys()]).toEqual(["file", "mine/a.txt", "mine/b.txt"]);
});
