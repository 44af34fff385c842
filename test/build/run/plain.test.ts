import { expect, test } from "vitest";
import { plain } from "../../../build/run/plain.ts";

test.each([
  [{ a: () => 1, b: 2 }, { b: 2 }],
  [[Number.NaN, Number.POSITIVE_INFINITY, -Infinity], ["NaN", "Infinity", "-Infinity"]],
  [12n, "12"],
  [new Map([["a", 1]]), { a: 1 }],
  [new Set(["x"]), { 0: "x" }],
  [Float64Array.of(1, 2), [1, 2]],
  [[1, undefined, () => 1], [1, null, null]],
  [null, null],
])("%o as data is %j", (value, data) => expect(plain(value)).toEqual(data));

test("what contains itself says so and ends", () => {
  const self: Record<string, unknown> = { a: 1 };
  self.self = self;
  expect(plain(self)).toEqual({ a: 1, self: "[circular]" });
});
