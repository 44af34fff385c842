import { describe, expect, test } from "vitest";
import { sentence } from "../../../build/words/sentence.ts";
import { show } from "../../../build/words/show.ts";

const far = (decades: number) => ({ decades, of: "Kaplan et al. 2020" });

describe("a number outside the fitted range of its law wears a mark", () => {
  test("that says by how much in a text, and leaves the number itself alone", () => {
    const shown = show(2.3e9, { digits: 2, unit: "count", outside: far(0.8) });
    expect(String(shown)).toBe("2.3B (0.8 decades outside the fitted range)");
    expect([shown.text, shown.value, shown.outside]).toEqual(["2.3B", 2.3e9, far(0.8)]);
  });

  test.each([[4.0889, "4.1"], [0.05, "<0.1"], [12, "12.0"], [Number.POSITIVE_INFINITY, "∞"]])("%d decades are %s", (decades, text) => {
    expect(String(show(1, { outside: far(decades) }))).toBe(`1 (${text} decades outside the fitted range)`);
    expect(show(1, { outside: far(decades) }).tex).toBe(`1^{\\text{↗${text}}}`);
  });

  test("and none within it", () => {
    expect(show(5, { outside: far(0) })).toMatchObject({ text: "5", tex: "5", outside: null });
    expect(String(show(5, { outside: far(0) }))).toBe("5");
  });

  test("which stays with it in a sentence and in a table", () => {
    expect(sentence(show(2.3e9, { unit: "count", outside: far(0.8) }))).toMatchObject({ text: "2.30B", exact: "2300000000", outside: far(0.8) });
  });

  test("a distance is above zero, and of a law", () => {
    expect(() => show(1, { outside: far(-1) })).toThrow("outside is { decades, of }");
    expect(() => show(1, { outside: far(Number.NaN) })).toThrow("outside is { decades, of }");
    expect(() => show(1, { outside: { decades: 1, of: "" } })).toThrow("outside is { decades, of }");
  });
});
