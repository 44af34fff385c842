import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { show, type ShowOptions } from "../../../build/words/show.ts";

/** As the field prints them; spaces between number and unit do not break. */
const written: [value: number, options: ShowOptions, text: string, tex: string][] = [
  [1.0258e24, { unit: "FLOP" }, "1.03×10²⁴ FLOP", "1.03\\times 10^{24}\\,\\text{FLOP}"],
  [97.1e9, { unit: "count" }, "97.1B", "97.1\\text{B}"],
  [1.4e12, { unit: "tokens" }, "1.40T tokens", "1.40\\text{T}\\,\\text{tokens}"],
  [999.96e9, { unit: "count" }, "1.00T", "1.00\\text{T}"],
  [5.685, { unit: "s", digits: 2 }, "5.7 s", "5.7\\,\\text{s}"],
  [0.14, { unit: "%", digits: 2 }, "14 %", "14\\,\\text{\\%}"],
  [720_000, {}, "720,000", "720{,}000"],
  [124_439_808, { digits: 9 }, "124,439,808", "124{,}439{,}808"],
  [1e6, {}, "1,000,000", "1{,}000{,}000"],
  [30, { unit: "days" }, "30 days", "30\\,\\text{days}"],
  [5.4, {}, "5.40", "5.40"],
  [-0.5, {}, "−0.500", "-0.500"],
  [2.4e-9, { digits: 2 }, "2.4×10⁻⁹", "2.4\\times 10^{-9}"],
  [141e9, { unit: "bytes" }, "141 GB", "141\\,\\text{GB}"],
  [2.5e6, { unit: "$", digits: 2 }, "$2.5M", "\\$2.5\\text{M}"],
  [5.3703, { unit: "×" }, "5.37×", "5.37\\times"],
  [Number.NaN, {}, "not a number", "not a number"],
  [Number.POSITIVE_INFINITY, { unit: "s" }, "∞ s", "\\infty \\,\\text{s}"],
];

describe("show writes a number as the field does", () => {
  test.each(written)("%d %o", (value, options, text, tex) => {
    const shown = show(value, options);
    expect(shown.text.replaceAll("\u00a0", " ")).toBe(text);
    expect(shown.tex).toBe(tex);
    expect(shown.value).toBe(value);
  });

  test("what is written reads back within half a unit of its last digit", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-20, max: 1e30, noNaN: true }), fc.integer({ min: 1, max: 12 }), (value, digits) => {
        const { tex } = show(value, { digits });
        const read = Number(tex.replaceAll("{,}", "").replace(/\\times 10\^\{(.*)\}/, "e$1"));
        expect(Math.abs(read / value - 1)).toBeLessThanOrEqual(0.5000001 * 10 ** (1 - digits));
      }),
      { numRuns: 1000 },
    );
  });

  test("digits are from 1 to 17, and only numbers are shown", () => {
    expect(() => show(1, { digits: 0 })).toThrow("digits must be a whole number from 1 to 17: 0");
    expect(() => show("1" as unknown as number)).toThrow("show writes numbers: 1");
  });
});
