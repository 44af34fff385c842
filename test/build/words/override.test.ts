import { expect, test } from "vitest";
import { readOverride } from "../../../build/words/override.ts";

const days = { id: "days", value: 30, min: 1, max: 365, options: null };
const chip = { id: "chip", value: "h100", min: null, max: null, options: ["h100", "a100"] };

test.each([["60", 60], ["1e2", 100], [" 7.5", 7.5], ["+3", 3], [".5e1", 5]])("days=%s is %d", (text, value) => {
  expect(readOverride(days, text)).toEqual({ value });
});

test.each([
  ["many", "days is a number: many"], ["", "days is a number: nothing"], ["0x10", "days is a number: 0x10"], ["1e999", "days is a number: 1e999"],
  ["0", "days is between 1 and 365: 0"], ["366", "days is between 1 and 365: 366"],
])("days=%s is refused", (text, wrong) => expect(readOverride(days, text)).toEqual({ wrong }));

test("a choice is one of its options", () => {
  expect(readOverride(chip, "a100")).toEqual({ value: "a100" });
  expect(readOverride(chip, "b200")).toEqual({ wrong: "chip is one of h100, a100: b200" });
});
