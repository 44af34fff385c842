import { describe, expect, test } from "vitest";
import { axisCount, axisPower } from "../../../build/words/numerals.ts";

describe("the numbers of an axis", () => {
  test.each([[3e11, "300B"], [1.5e12, "1.5T"], [1e8, "100M"], [25e6, "25M"], [3e5, "300,000"], [1, "1"], [1e15, "1,000T"]])("count %d as %s", (value, text) => expect(axisCount(value)).toBe(text));
  test.each([[1e24, "10²⁴"], [1e-8, "10⁻⁸"], [1e3, "10³"], [100, "100"], [1, "1"], [0.01, "0.01"], [0.001, "10⁻³"], [3e20, "3×10²⁰"], [2.5e21, "2.5×10²¹"]])("raise %d to %s", (value, text) => expect(axisPower(value)).toBe(text));
  test("a power of ten that a logarithmic scale has rounded is still one", () => expect([...[1000.0000000000001, 9.999999999999999e22].map(axisPower), axisCount(300000000000.0001)]).toEqual(["10³", "10²³", "300B"]));
});
