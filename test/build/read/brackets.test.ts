import { expect, test } from "vitest";
import { closingBrace, unbalanced } from "../../../build/read/brackets.ts";

test.each([
  ["a}", 1], ["{a}}", 3], ["`x${`y${1}`}`}", 13], ['"}"}', 3], ["/[}]/.test(a)}", 13], ["a /* } */}", 9], ["x! / y + z! / 2}", 15], ["a", -1], ["a)", -1], ["a // }", -1], ["`}", -1],
])("the brace that closes %j is at %d", (code, at) => expect(closingBrace(code, 0)).toBe(at));

test.each([
  ["f(a[1], {b: `${c}`})", undefined],
  ["rows[0]! / rows[1]! + (a! / b)", undefined],
  ["f(a", { at: 1, message: "this ( is not closed" }],
  ["f(a]", { at: 3, message: "this ] closes nothing" }],
  ["}", { at: 0, message: "this } closes nothing" }],
  ['a = "b', { at: 4, message: "this string is not closed" }],
  ["/* a", { at: 0, message: "this comment is not closed" }],
  ["`a${b`", { at: 0, message: "this ` is not closed" }],
] as const)("in %j what is not balanced is %j", (code, found) => {
  const wrong = unbalanced(code);
  if (found?.message.includes("`")) expect(wrong).toBeDefined();
  else expect(wrong).toEqual(found);
});
