import { expect, test } from "vitest";
import { isOutside, readOverride } from "../../../build/words/override.ts";

const days = { id: "days", value: 30, unit: "days", min: 1, max: 365, options: null };
const chip = { id: "chip", value: "h100", unit: "1", min: null, max: null, options: ["h100", "a100"] };

test.each([["60", 60], ["1e2", 100], [" 7.5", 7.5], ["+3", 3], [".5e1", 5], ["30 d", 30], ["48 h", 2]])("days=%s is %d", (text, value) => {
  expect(readOverride(days, text)).toEqual({ value });
});

test.each([
  ["many", "days is a number: many"], ["", "days is a number: nothing"], ["0x10", "days is a number: 0x10"], ["1e999", "days is a number: 1e999"],
  ["0", "days is between 1 and 365: 0"], ["366", "days is between 1 and 365: 366"],
  ["3 chips", "days is in days, not in chips: 3 chips"], ["1000 weeks", "days is between 1 and 365: 1000 weeks"],
])("days=%s is refused", (text, wrong) => expect(readOverride(days, text)).toEqual({ wrong }));

test("a choice is one of its options", () => {
  expect(readOverride(chip, "a100")).toEqual({ value: "a100" });
  expect(readOverride(chip, "b200")).toEqual({ wrong: "chip is one of h100, a100: b200" });
});

test("a number may be forced out of its range, which tells so; a word or another unit may not", () => {
  expect(readOverride(days, "400", true)).toEqual({ value: 400 });
  expect(isOutside({ ...days, value: 400 })).toBe(true);
  expect(isOutside(days)).toBe(false);
  expect(readOverride(days, "3 chips", true)).toEqual({ wrong: "days is in days, not in chips: 3 chips" });
  expect(readOverride(chip, "b200", true)).toEqual({ wrong: "chip is one of h100, a100: b200" });
});
