import { describe } from "../problem.ts";
import { projectTypeProblems, typeProblems } from "../types.ts";
import { readChapters } from "../project.ts";
import { weave } from "../weave/weave.ts";

/** Type-checks the program and every chapter, strictly, at the places of the chapters. Exit 0; 2 where a type is wrong. */
export async function check(root: string): Promise<number> {
  const ofProgram = projectTypeProblems(root); // a compiler of its own, which is at work while the chapters are read
  const files = readChapters(root);
  const woven = new Map(files.flatMap(({ chapter }) => (chapter ? [[chapter, weave(chapter)] as const] : [])));
  const found = [...files.flatMap(({ problems }) => problems), ...(await Promise.all([ofProgram, typeProblems(root, woven)])).flat()];
  for (const text of new Set(found.map(describe))) console.error(text);
  console.log(`${files.length} ${files.length === 1 ? "chapter" : "chapters"}: ${found.length === 0 ? "every type agrees" : `${new Set(found.map(describe)).size} to mend`}`);
  return found.length === 0 ? 0 : 2;
}
