import { describe, expect, test } from "vitest";
import { approach3TokensPerParameter } from "../../../src/hoffmann/tokens-per-parameter.ts";

describe("tokens per parameter of approach 3", () => {
  test("at Gopher's budget are 58.9, 92.6, 53.8 or 69 to 77, by which constants one takes (H3)", () => {
    const { inFull, rounded, tabulated, interval } = approach3TokensPerParameter();
    expect([inFull, rounded, tabulated, ...interval].map((ratio) => ratio.toFixed(1))).toEqual(["58.9", "92.6", "53.8", "69.3", "77.0"]);
  });
  test("would be the often quoted 70 only with an exponent from Table 2's interval, which the fit's own is not in", () => {
    const { inFull, rounded, tabulated, interval } = approach3TokensPerParameter();
    expect(interval.map((ratio) => Math.abs(ratio - 70) < 8)).toEqual([true, true]);
    expect([inFull, rounded, tabulated].map((ratio) => Math.abs(ratio - 70) < 8)).toEqual([false, false, false]);
  });
  test("rise with compute, all of them: 18.6 and 25.7 at 1e18 FLOP, 92.3 and 152.6 at 1e26", () => {
    expect([1e18, 1e26].map((C) => approach3TokensPerParameter(C).inFull.toFixed(1))).toEqual(["18.6", "92.3"]);
    expect([1e18, 1e26].map((C) => approach3TokensPerParameter(C).rounded.toFixed(1))).toEqual(["25.7", "152.6"]);
  });
  test("no compute, no tokens", () => {
    expect(() => approach3TokensPerParameter(-1)).toThrow("compute must be positive: -1");
  });
});
