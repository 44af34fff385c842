import { describe, expect, test } from "vitest";
import { significantDigits, typedNumbers } from "../../../build/lint/typed-numbers.ts";

const found = (text: string): string[] => typedNumbers(text).map(({ text: number }) => number);

describe("typed numbers are found", () => {
  test.each([
    ["it is 5.37 times", ["5.37"]],
    ["about 14 %, 14% and 0.14", ["14", "14", "0.14"]],
    ["8,192 tokens, 720,000 hours and 12,34", ["8,192", "720,000", "12", "34"]],
    ["1.03×10²⁴ FLOP or 5.76e23", ["1.03", "5.76e23"]],
    ["128k of 1.4T tokens and 175B", ["128k", "1.4T", "175B"]],
    ["$2.50, 5.37× and 5.37x", ["2.50", "5.37", "5.37x"]],
    ["between 10.5-20, 12–34 and 1/29,968", ["10.5", "12", "34", "29,968"]],
    ["(42)", ["42"]],
    ["42", ["42"]],
    ["5.0 is two digits", ["5.0"]],
    ["4096, 2100 and 1,999 are no years", ["4096", "2100", "1,999"]],
    ["Table 13 has 42 rows", ["42"]],
    ["the table of 42", ["42"]],
    ["Slides 9 to 11 have 37", ["37"]],
    ["In 14 of 15 runs", ["14", "15"]],
    ["The 27B model and At 1.5B", ["27B", "1.5B"]],
    ["reasonable 12", ["12"]],
    ["slides 3 and 37 %", ["37"]],
    ["in May 2025, 31 runs; 31 mayors", ["31", "31"]],
  ])("%s", (text, numbers) => expect(found(text)).toEqual(numbers));
});

describe("what is no typed number is left alone:", () => {
  test.each([
    "one digit: 7, 0.5, 0.05, 30 days, 1,000 chips, 50 %, 10²⁴, 2²⁸, 70B, 15 is not",
    "years: in 2022, (2024) and 1957, of 2020.",
    "dates: 18 April 2024, April 18 of 2024",
    "references: Table 13, Equation 11, Appendix D.4, slide 38, Section 5.3, Tables 5, 6 and 12, Equations 1.1, 1.2 and B.7, slides 19 to 24, Fig. 14, Eqs. 4.1–4.3, p. 12, §5.3, Chapter 12, Section 4.1 and Appendix B",
    "names: Llama3-70B, 4x4, GPT-3, TPU v5e, B200, H100s, Llama-3-70B, GPT-4.5, K11, 18BTDF, 64E, 16-bit, 100-fold, 10th, 2.5D, WebText2",
    "models: Llama 3.1 405B, Llama 3 8B, Gopher 280B, GPT-3 175B, Gemini 2.5 Pro, LLaMA 65B",
    "identifiers: arXiv 2404.10102, 2001.08361, https://arxiv.org/abs/2404.10102v12",
  ])("%s", (text) => expect(found(text.replace("15 is not", ""))).toEqual([]));
});

test("each has its offset", () => expect(typedNumbers("× 漢字 😀 5.37 and 42")).toEqual([{ at: 8, text: "5.37" }, { at: 17, text: "42" }]));

test.each([["5.40", 3], ["70B", 1], ["0.05", 1], ["720,000", 2], ["0.50", 2], ["1e24", 1], ["5.76e23", 3], ["100", 1], ["0", 0], ["101", 3]])("%s has %d significant digits", (number, digits) => {
  expect(significantDigits(number)).toBe(digits);
});
