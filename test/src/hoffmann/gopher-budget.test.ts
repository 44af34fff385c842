import { describe, expect, test } from "vitest";
import { gopherBudget } from "../../../src/hoffmann/gopher-budget.ts";
import { approach1, approach2 } from "../../../src/hoffmann/tabulated-law.ts";
import { trainingFlops } from "../../../src/hoffmann/training-flops.ts";
import { models } from "../../../src/transformer/models.ts";
import { sixND } from "../../../src/transformer/six-n-d.ts";
import { relativeError } from "../relative.ts";

const byAppendixF = (name: "gopher" | "chinchilla", tokens: number) => (trainingFlops(models[name], 2048, { vocabulary: true }) * tokens) / 2048;

describe("Gopher's budget", () => {
  test("is neither 6ND of Gopher, 5.04e23, nor of Chinchilla, which is 17 % more: 'the same compute' is loose (H10)", () => {
    expect(relativeError(sixND(280e9, 300e9), 5.04e23)).toBeLessThan(1e-12);
    expect((sixND(70e9, 1.4e12) / sixND(280e9, 300e9)).toFixed(2)).toBe("1.17");
    expect((gopherBudget.C / sixND(280e9, 300e9)).toFixed(3)).toBe("1.143");
    expect((gopherBudget.C / sixND(70e9, 1.4e12)).toFixed(2)).toBe("0.98");
  });
  test("is not the count of Appendix F either, 4.75e23 and 5.68e23; the 6.3e23 that it speaks of is four thirds of the former (H10)", () => {
    const [gopher, chinchilla] = [byAppendixF("gopher", 300e9), byAppendixF("chinchilla", 1.4e12)];
    expect([gopher, chinchilla, (gopher * 4) / 3].map((C) => C.toPrecision(3))).toEqual(["4.75e+23", "5.68e+23", "6.34e+23"]);
    expect([gopher, chinchilla].map((C) => (C / gopherBudget.C).toFixed(3))).toEqual(["0.825", "0.987"]);
  });
  test("goes 174 times into 1e26 FLOP, where Section 3.4 says over 250 (H9)", () => {
    expect((1e26 / gopherBudget.C).toFixed(0)).toBe("174");
  });
  test("is 192 times the largest of the nine budgets of approach 2", () => {
    expect((gopherBudget.C / 3e21).toFixed(0)).toBe("192");
  });
  test("buys 67.8B parameters on 1.42T tokens by the line of approach 1, where Figure 2 prints 67B and 1.5T, and 63.4B on 1.51T by approach 2's, where Figure 3 prints 63B and 1.4T", () => {
    const choices = [approach1(gopherBudget.C), approach2(gopherBudget.C)].map(({ N, D }) => [(N / 1e9).toFixed(1), (D / 1e12).toFixed(2)]);
    expect(choices).toEqual([["67.8", "1.42"], ["63.4", "1.51"]]);
  });
});
