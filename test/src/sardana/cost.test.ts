import { describe, expect, test } from "vitest";
import { minimize } from "../../../src/numbers.ts";
import { loss } from "../../../src/parametric/loss.ts";
import { costWeight, dollarsPerFlop, lifetimeCost, repriced, requestTokens, type Setting } from "../../../src/sardana/cost.ts";
import { chinchillaTokens } from "../../../src/sardana/equal-loss.ts";
import { leastParameters, tokensForLoss } from "../../../src/parametric/tokens-for-loss.ts";
import { inferenceAware, saving } from "../../../src/sardana/inference-aware.ts";
import { figure6, footnote2 } from "../../../src/sardana/tables.ts";
import { expectDimensions } from "../dimensions.ts";
import { relativeError } from "../relative.ts";

/** The money optimum for the quality of N parameters trained Chinchilla's way, with inference at `factor` times its price. */
function cheapest(N: number, requests: number, factor = 1) {
  const setting = repriced(figure6, factor);
  return saving(footnote2, loss(footnote2, N, chinchillaTokens(footnote2, N)), requests * requestTokens(setting), costWeight(setting));
}
const percent = (x: number) => (100 * x).toFixed(0);

describe("The price of a model's life (Sardana, Section 4)", () => {
  test("a billion parameters on a billion tokens: 6e18 FLOP at 156e12 a second are 10.7 hours at $1.50", () => {
    expect(relativeError(lifetimeCost(figure6, { N: 1e9, D: 1e9 }, 0), (6e18 / 156e12 / 3600) * 1.5)).toBeLessThan(1e-12);
  });
  test("a request to it: 140e9 FLOP of reading at fifty times the speed of 6.24e12 a second at which 430e9 are written, at $1.10 an hour", () => {
    const request = lifetimeCost(figure6, { N: 1e9, D: 1e9 }, 1e6) - lifetimeCost(figure6, { N: 1e9, D: 1e9 }, 0);
    const seconds = 140e9 / (50 * 6.24e12) + 430e9 / 6.24e12;
    expect(relativeError(request, (1e6 * seconds * 1.1) / 3600)).toBeLessThan(1e-9);
  });
  test("an answer is all of its price: prompts are 0.65 % of it, and an inference FLOP costs 14 training FLOP", () => {
    const free = { ...figure6, request: { ...figure6.request, output: 0 } };
    const cost = (setting: Setting) => requestTokens(setting) * costWeight(setting);
    expect(((100 * cost(free)) / cost(figure6)).toFixed(2)).toBe("0.65");
    expect(costWeight(figure6).toFixed(0)).toBe("14");
  });
  test("35.1 and 7.02 billion requests are the 10T and 2T tokens of the examples", () => {
    expect([35.1e9, 7.02e9].map((requests) => ((requests * requestTokens(figure6)) / 1e12).toFixed(2))).toEqual(["10.00", "2.00"]);
  });
  test("weighted training FLOP at the price of training are the dollars", () => {
    const best = cheapest(30e9, 1.5e9).optimum;
    expect(relativeError(best.total * dollarsPerFlop(figure6.training), lifetimeCost(figure6, best, 1.5e9))).toBeLessThan(1e-12);
  });
  test("the weighted optimum is the least of the dollars along the curve of equal loss, to 1e-9", () => {
    const L = loss(footnote2, 30e9, chinchillaTokens(footnote2, 30e9));
    const dollars = (N: number) => lifetimeCost(figure6, { N, D: tokensForLoss(footnote2, L, N) }, 1.5e9);
    const { value } = minimize(dollars, 1.01 * leastParameters(footnote2, L), 30e9);
    expect(relativeError(lifetimeCost(figure6, cheapest(30e9, 1.5e9).optimum, 1.5e9), value)).toBeLessThan(1e-9);
  });
  test("the settings as read miss the printed optima by 2 to 8 %, and each saving by 1 to 4 points", () => {
    const [small, large, third] = [cheapest(30e9, 1.5e9), cheapest(70e9, 35.1e9), cheapest(70e9, 7.02e9)];
    // printed: 16B, 3.35T, 17 % saved; 21.5B, 27T, 54 % saved; Chinchilla 36 % dearer
    expect([small.optimum.N / 16e9, small.optimum.D / 3.35e12, large.optimum.N / 21.5e9, large.optimum.D / 27e12].map((x) => (100 * (x - 1)).toFixed(1))).toEqual(["-2.1", "4.7", "-2.4", "8.3"]);
    expect([small.saved, large.saved, third.extra].map((x) => (100 * x).toFixed(1))).toEqual(["19.0", "55.3", "39.5"]);
  });
  test("inference at 0.896 of its price meets every printed digit", () => {
    const [small, large, third] = [cheapest(30e9, 1.5e9, 0.896), cheapest(70e9, 35.1e9, 0.896), cheapest(70e9, 7.02e9, 0.896)];
    expect([(small.optimum.N / 1e9).toFixed(0), (small.optimum.D / 1e12).toFixed(2), percent(small.saved)]).toEqual(["16", "3.35", "17"]);
    expect([(large.optimum.N / 1e9).toFixed(1), (large.optimum.D / 1e12).toFixed(0), percent(large.saved)]).toEqual(["21.5", "27", "54"]);
    expect(percent(third.extra)).toBe("36");
  });
  test("with both kinds of chips alike, dollars and FLOP have the same optimum", () => {
    const { training } = figure6;
    const alike: Setting = { ...figure6, inference: { peak: training.peak, dollarsPerHour: training.dollarsPerHour, mfuInput: 0.5, mfuOutput: 0.5 } };
    expect(relativeError(costWeight(alike), 1)).toBeLessThan(5e-13);
    expect(relativeError(inferenceAware(footnote2, 2, 1e12, costWeight(alike)).N, inferenceAware(footnote2, 2, 1e12).N)).toBeLessThan(1e-12);
  });
  test("is in dollars", () => {
    const setting = (x: Record<"peak" | "price", number>): Setting => ({
      training: { peak: x.peak, dollarsPerHour: x.price, mfu: 0.4 },
      inference: { peak: 2 * x.peak, dollarsPerHour: x.price / 2, mfuInput: 0.4, mfuOutput: 0.02 },
      request: { input: 50, output: 200 },
    });
    // peak in units of 6ND per second, price per chip and time
    const chip = { peak: [3e14, { parameter: 1, token: 1, second: -1 }], price: [1.5, { dollar: 1, second: -1 }] } as const;
    expectDimensions((x) => lifetimeCost(setting(x), { N: x.N, D: x.D }, 0), { ...chip, N: [1e9, { parameter: 1 }], D: [1e10, { token: 1 }] }, { dollar: 1 });
    expectDimensions((x) => costWeight(setting(x)), chip, {});
  });
  test("no utilisation above one, no free chips", () => {
    expect(() => dollarsPerFlop({ peak: 1e14, dollarsPerHour: 1, mfu: 1.2 })).toThrow("mfu must be above 0 and at most 1: 1.2");
    expect(() => dollarsPerFlop({ peak: 1e14, dollarsPerHour: 0, mfu: 1 })).toThrow("price must be positive: 0");
    expect(() => lifetimeCost(figure6, { N: 1e9, D: 1e9 }, -1)).toThrow("requests must not be negative: -1");
    expect(() => repriced(figure6, 0)).toThrow("factor must be positive: 0");
  });
});
