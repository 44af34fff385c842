import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { about, absolute, exactly, order, printed, significant, within } from "../../../build/words/expectation.ts";

const agreeing: [text: string, value: number][] = [
  ["5.7", 5.685], ["5.37", 5.3703], ["5.76e23", 5.7599e23], ["1.03×10²⁴", 1.0258e24], ["1.03 × 10^24", 1.0258e24], ["1.4T", 1.44e12], ["70B", 70.4e9],
  ["14 %", 0.1449], ["14%", 0.136], ["5.37×", 5.3651], ["$2.50", 2.504], ["1/29,968", 1 / 29_968.4], ["124,439,808", 124_439_808], ["−0.05", -0.0549], ["2.0e6", 1.997e6],
  ["0.5", 0.45], ["3e-4", 2.6e-4],
];
const disagreeing: [text: string, value: number][] = [
  ["5.7", 5.82], ["5.37", 5.376], ["5.76e23", 5.77e23], ["7.2e24", 6.8e24], ["1.4T", 1.46e12], ["70B", 70.6e9], ["14 %", 0.146], ["1/29,968", 1 / 29_969],
  ["124,439,808", 124_439_809], ["0", 2.4], ["5.37", Number.NaN], ["5.37", Number.POSITIVE_INFINITY], ["0.05", -0.05], ["1/3", 0],
];

describe("a printed number agrees with what rounds to its digits, and with nothing else", () => {
  test.each(agreeing)("%s is %d", (text, value) => expect(printed(text).agrees(value)).toBe(true));
  test.each(disagreeing)("%s is not %d", (text, value) => expect(printed(text).agrees(value)).toBe(false));

  test("any number agrees with its own print, and not with a print that is one unit of the last digit away", () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 99_999 }), fc.integer({ min: 0, max: 3 }), fc.integer({ min: -20, max: 30 }), (digits, decimals, power) => {
        const value = digits * 10 ** (power - decimals);
        const print = (whole: number): string => `${(whole / 10 ** decimals).toFixed(decimals)}e${power}`;
        expect(printed(print(digits)).agrees(value)).toBe(true);
        expect(printed(print(digits + 1)).agrees(value)).toBe(false);
        expect(printed(print(digits - 1)).agrees(value)).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ["5.37", 5.4, "5.40"], ["5.37", 5.3703, "5.37"], ["5.37", 5.376, "5.38"], ["1.4T", 1.46e12, "1.5T"], ["14 %", 0.1561, "16 %"],
    ["1/29,968", 1 / 29_969, "1/29,969"], ["5.37", 1e9, "1.000×10⁹"], ["5.37", Number.NaN, "NaN"],
  ])("beside %s, %d is written %s", (text, value, written) => expect(printed(text).write(value)).toBe(written));

  test.each(["many", "", "5..3", "1/2/3", "2/3", "~20", "12,34"])("%j is not a number that papers print", (text) => {
    expect(() => printed(text)).toThrow(/printed/);
  });
});

describe("the other expectations are explicit", () => {
  test("within takes both ends, about a relative distance, order a factor, exactly nothing else", () => {
    expect([within(1, 2).agrees(1), within(1, 2).agrees(2), within(1, 2).agrees(2.001), within(1, 2).agrees(Number.NaN)]).toEqual([true, true, false, false]);
    expect([about(20, 0.1).agrees(18), about(20, 0.1).agrees(22.1)]).toEqual([true, false]);
    expect([order(20).agrees(18.4), order(20).agrees(70), order(20).agrees(-20), order(1e4, 10).agrees(1e5)]).toEqual([true, false, false, true]);
    expect([exactly(3).agrees(3), exactly(3).agrees(3 + 1e-12), exactly("a").agrees("a"), exactly(true).agrees(false), exactly(Number.NaN).agrees(Number.NaN)]).toEqual([true, false, true, false, false]);
  });

  test("absolute takes a distance in its unit, significant so many digits, as printed does of the same digits", () => {
    expect([5.65, 5.75, 5.76, Number.NaN].map((value) => absolute(5.7, 0.05, "s").agrees(value))).toEqual([true, true, false, false]);
    expect([absolute(5.7, 0.05, "s").text, absolute(5.7, 0.05, "s").write(5.8)]).toEqual(["5.700\u00a0s ± 0.05\u00a0s", "5.800\u00a0s"]);
    fc.assert(
      fc.property(fc.integer({ min: 100_000, max: 999_999 }), fc.integer({ min: 1, max: 5 }), fc.integer({ min: -20, max: 20 }), fc.integer({ min: -2000, max: 2000 }), (mantissa, digits, power, off) => {
        const target = Number(`${mantissa}e${power}`);
        const value = target * (1 + off / 20_000);
        expect(significant(target, digits).agrees(value)).toBe(printed(target.toExponential(digits - 1).replace("+", "")).agrees(value));
      }),
      { numRuns: 1000 },
    );
  });

  test("each says its rule", () => {
    expect([printed("5.37"), printed("1/29,968"), printed("14 %"), printed("1.4T"), about(20, 0.1), within(1, 2), order(20), exactly(3), absolute(5.7, 0.05, "s"), significant(3.14, 2)].map(({ rule }) => rule.replaceAll("\u00a0", " "))).toEqual([
      "rounds to the printed digits: ±0.005", "its inverse rounds to the printed digits: ±0.5", "rounds to the printed digits: ±0.5 %", "rounds to the printed digits: ±0.05T", "differs by at most 10 % of it", "lies between the two, both allowed", "is within a factor of 3.16", "is the very same", "differs by at most 0.05 s", "is the same in 2 significant digits",
    ]);
  });

  test("ends in the wrong order and distances that hide everything are refused", () => {
    expect(() => within(2, 1)).toThrow("lower end first");
    expect(() => about(0, 0.1)).toThrow("not zero");
    expect(() => about(1, 1)).toThrow("between 0 and 1");
    expect(() => order(1, 1)).toThrow("factor above 1");
    expect(() => absolute(1, 0, "s")).toThrow("distance above zero");
    expect(() => absolute(1, 1, "")).toThrow("their unit");
    expect(() => significant(0, 2)).toThrow("not zero");
    expect(() => significant(1, 0)).toThrow("1 to 15 digits");
  });
});
