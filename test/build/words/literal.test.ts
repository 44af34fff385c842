import { expect, test } from "vitest";
import { literal } from "../../../build/words/literal.ts";
import { isWords, sentence } from "../../../build/words/sentence.ts";

test("a literal stands as it is typed, with its reason beside it, and is no words of a table", () => {
  const said = sentence(literal("128k", "a round number"));
  expect(said).toEqual({ text: "128k", tex: "\\text{128k}", exact: null, cites: null, reason: "a round number", outside: null });
  expect(isWords(said)).toBe(false);
});

test("in a text it is its text", () => expect(`${literal("14 %", "as the slide words it")}`).toBe("14 %"));

test("in mathematics its signs are escaped", () => expect(sentence(literal("14 %", "so printed")).tex).toBe("\\text{14 \\%}"));

test.each([["", "why"], [" ", "why"], ["1", ""], ["1", "  "]])("literal(%j, %j) is refused", (text, reason) => {
  expect(() => literal(text, reason)).toThrow(/^(literal wants the text|the literal 1 wants a reason)/);
});
