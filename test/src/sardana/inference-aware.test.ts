import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { minimize } from "../../../src/numbers.ts";
import { loss, type ParametricLaw } from "../../../src/parametric/loss.ts";
import { optimum } from "../../../src/parametric/optimum.ts";
import { cheapestTraining, chinchillaTokens } from "../../../src/sardana/equal-loss.ts";
import { leastParameters, tokensForLoss } from "../../../src/parametric/tokens-for-loss.ts";
import { imbalance, inferenceAware, lifetime, saving } from "../../../src/sardana/inference-aware.ts";
import { footnote2 } from "../../../src/sardana/tables.ts";
import { expectDimensions } from "../dimensions.ts";
import { relativeError } from "../relative.ts";
import { besiroglu, hoffmannRounded, short } from "./laws.ts";

/** The loss that Chinchilla's way gives N parameters: what the paper calls "N quality". */
const quality = (law: ParametricLaw, N: number) => loss(law, N, chinchillaTokens(law, N));
const within = (a: number, b: number, tolerance: number) => expect(relativeError(a, b), `${a} beside ${b}`).toBeLessThan(tolerance);

const laws = fc.record({
  E: fc.double({ min: 0.5, max: 2.5, noNaN: true }),
  A: fc.double({ min: 50, max: 3000, noNaN: true }),
  B: fc.double({ min: 50, max: 3000, noNaN: true }),
  alpha: fc.double({ min: 0.2, max: 0.6, noNaN: true }),
  beta: fc.double({ min: 0.2, max: 0.6, noNaN: true }),
});
const cases = fc.record({
  law: laws,
  gap: fc.double({ min: -2, max: 0, noNaN: true }).map((u) => 10 ** u),
  Dinf: fc.double({ min: 8, max: 16, noNaN: true }).map((u) => 10 ** u),
  weight: fc.double({ min: -1, max: 1, noNaN: true }).map((u) => 10 ** u),
});

describe("Sardana's Table 2 and examples", () => {
  // quality, D_inf; loss, Chinchilla's tokens and FLOP; optimum's N, D, FLOP and saving
  const table2 = [
    [1e9, 50e9, 2.53, 27.4e9, 2.64e20, 633e6, 46.8e9, 2.4e20, 0.091],
    [7e9, 200e9, 2.13, 276e9, 1.44e22, 5.4e9, 367e9, 1.4e22, 0.026],
    [13e9, 1e12, 2.05, 577e9, 7.1e22, 8.32e9, 967e9, 6.49e22, 0.085],
    [30e9, 5e12, 1.96, 1.56e12, 5.8e23, 16.4e9, 3.27e12, 4.86e23, 0.16],
    [70e9, 10e12, 1.89, 4.26e12, 3.19e24, 41.6e9, 7.92e12, 2.81e24, 0.12],
  ] as const;
  test.each(table2)("%d parameters' quality and %d tokens served", (N, Dinf, printedLoss, Dchin, Cchin, Nopt, Dopt, Copt, saved) => {
    const L = quality(footnote2, N);
    const best = saving(footnote2, L, Dinf);
    expect(L.toFixed(2)).toBe(printedLoss.toFixed(2));
    // three printed digits, whose last the paper sometimes cuts off
    within(best.chinchilla.N, N, 1e-9);
    within(best.chinchilla.D, Dchin, 4e-3);
    within(best.chinchilla.total, Cchin, 4e-3);
    within(best.optimum.N, Nopt, 4e-3);
    within(best.optimum.D, Dopt, 4e-3);
    within(best.optimum.total, Copt, 4e-3);
    expect(Math.abs(best.saved - saved)).toBeLessThan(saved < 0.1 ? 0.001 : 0.005);
  });
  test("7B quality and 100B tokens served: 6B parameters on 1.18 times the data", () => {
    const best = saving(footnote2, quality(footnote2, 7e9), 1e11);
    expect([short(best.optimum.N, 1), best.data.toFixed(2)]).toEqual(["6.0B", "1.18"]);
  });
  test("30B quality and 10T served: 13.6B on 2.84 times the data, which is 4.43T and not 2.84T, for 28 % fewer FLOP", () => {
    const best = saving(footnote2, quality(footnote2, 30e9), 1e13);
    expect(short(best.optimum.N, 1)).toBe("13.6B");
    within(best.data, 2.84, 2e-3);
    expect(short(best.optimum.D, 2)).toBe("4.43T");
    expect((100 * best.saved).toFixed(0)).toBe("28");
  });
  test("13B quality and 2T served: 7B, 1.7e22 FLOP or 17 % saved", () => {
    const best = saving(footnote2, quality(footnote2, 13e9), 2e12);
    expect(short(best.optimum.N, 0)).toBe("7B");
    expect((best.chinchilla.total - best.optimum.total).toPrecision(2)).toBe("1.7e+22");
    expect((100 * best.saved).toFixed(0)).toBe("17");
  });
  test("70B quality and 2T served: Chinchilla's way costs 1.3 % more", () => {
    expect((100 * saving(footnote2, quality(footnote2, 70e9), 2e12).extra).toFixed(1)).toBe("1.3");
  });
  test("the rounded exponents give Chinchilla-7B 468B tokens, where 276B are printed", () => {
    expect([footnote2, hoffmannRounded].map((law) => short(chinchillaTokens(law, 7e9), 0))).toEqual(["276B", "468B"]);
  });
  test("70B quality is out of reach for 6.8B parameters or fewer", () => {
    expect(short(leastParameters(footnote2, quality(footnote2, 70e9)), 1)).toBe("6.8B");
  });
  test("a loss of 1.947, which 70B reach on 1T, with 2T served: 24.2B on 2.66T, at 71.0 %, 146.8 % and 95.2 % of Chinchilla's size, data and FLOP", () => {
    within(loss(footnote2, 70e9, 1e12), 1.9472727897172717, 1e-12);
    const best = saving(footnote2, 1.947, 2e12);
    within(best.optimum.N, 2.41836e10, 5e-6);
    within(best.optimum.D, 2.65705e12, 5e-6);
    within(best.optimum.total, 4.82276e23, 5e-6);
    within(best.chinchilla.N, 3.40812e10, 5e-6);
    within(best.chinchilla.D, 1.81029e12, 5e-6);
    expect([best.size, best.data, 1 - best.saved].map((x) => (100 * x).toFixed(3))).toEqual(["70.959", "146.775", "95.216"]);
  });
});

describe("The talk's comparison of three fits", () => {
  const targets = [[13e9, 2e12], [30e9, 1e13], [70e9, 1e13], [70e9, 1e14]] as const;
  const rows = (law: ParametricLaw) => targets.map(([N, Dinf]) => {
    const { optimum: { N: n, D }, saved } = saving(law, quality(law, N), Dinf);
    return `${short(n, 1)} ${(D / 1e12).toPrecision(3)}T ${(100 * saved).toFixed(0)} %`;
  });
  test("Hoffmann's rounded law", () => {
    expect(rows(hoffmannRounded)).toEqual(["8.0B 1.75T 10 %", "15.9B 6.05T 18 %", "47.9B 11.8T 6 %", "26.3B 31.2T 41 %"]);
  });
  test("Besiroglu's", () => {
    expect(rows(besiroglu)).toEqual(["6.1B 0.737T 29 %", "11.6B 2.45T 43 %", "32.8B 3.67T 29 %", "20.2B 12.9T 62 %"]);
  });
  test("Sardana's own: two more digits of an exponent move the first row's N by 13 %", () => {
    expect(rows(footnote2)).toEqual(["7.0B 1.25T 17 %", "13.6B 4.43T 28 %", "41.6B 7.92T 12 %", "22.7B 24.1T 51 %"]);
    const [own, rounded] = [footnote2, hoffmannRounded].map((law) => inferenceAware(law, quality(law, 13e9), 2e12).N) as [number, number];
    expect((100 * (1 - own / rounded)).toFixed(0)).toBe("13");
  });
  test("choosing Besiroglu's fit moves N by 1.3 to 1.5, about as much as five times the demand does: 62B to 48B from 2T to 10T", () => {
    targets.forEach(([N, Dinf]) => {
      const ratio = inferenceAware(hoffmannRounded, quality(hoffmannRounded, N), Dinf).N / inferenceAware(besiroglu, quality(besiroglu, N), Dinf).N;
      expect(ratio).toBeGreaterThan(1.3);
      expect(ratio).toBeLessThan(1.5);
    });
    expect([2e12, 1e13].map((Dinf) => short(inferenceAware(hoffmannRounded, quality(hoffmannRounded, 70e9), Dinf).N, 0))).toEqual(["62B", "48B"]);
  });
});

describe("The inference-aware optimum", () => {
  test("reaches the loss, and its two marginal gains balance", () => {
    fc.assert(fc.property(cases, ({ law, gap, Dinf, weight }) => {
      const best = inferenceAware(law, law.E + gap, Dinf, weight);
      expect(relativeError(loss(law, best.N, best.D) - law.E, gap)).toBeLessThan(1e-9);
      expect(Math.abs(imbalance(law, best, Dinf, weight)) / gap).toBeLessThan(1e-9);
    }), { numRuns: 1000 });
  });
  test("is no dearer than any other run of the same loss", () => {
    fc.assert(fc.property(cases, fc.double({ min: 1e-6, max: 3, noNaN: true }), ({ law, gap, Dinf, weight }, beyond) => {
      const L = law.E + gap;
      const N = leastParameters(law, L) * (1 + beyond);
      const other = lifetime({ N, D: tokensForLoss(law, L, N) }, Dinf, weight);
      expect(inferenceAware(law, L, Dinf, weight).total / other.total).toBeLessThan(1 + 1e-9);
    }), { numRuns: 1000 });
  });
  test("is the numerical minimum along the curve of equal loss, to 1e-9", () => {
    for (const [N, Dinf, weight] of [[1e9, 5e10, 1], [7e9, 2e11, 3], [70e9, 1e13, 1], [70e9, 1e14, 0.2]] as const) {
      const L = quality(footnote2, N);
      const total = (n: number) => lifetime({ N: n, D: tokensForLoss(footnote2, L, n) }, Dinf, weight).total;
      const { value } = minimize(total, leastParameters(footnote2, L) * 1.001, N);
      within(inferenceAware(footnote2, L, Dinf, weight).total, value, 1e-9);
    }
  });
  test("with nothing to serve is Chinchilla's", () => {
    fc.assert(fc.property(laws, fc.double({ min: 18, max: 27, noNaN: true }).map((u) => 10 ** u), (law, C) => {
      const { N, D, loss: L } = optimum(law, C);
      const [run, cheapest] = [inferenceAware(law, L, 0), cheapestTraining(law, L)];
      [run.N / N, run.D / D, run.total / C, cheapest.N / N, cheapest.D / D, cheapest.C / C, chinchillaTokens(law, N) / D].forEach((ratio) => within(ratio, 1, 1e-9));
      expect(run.inference).toBe(0);
    }), { numRuns: 1000 });
  });
  test("with endless demand shrinks to the smallest model that reaches the loss", () => {
    fc.assert(fc.property(laws, fc.double({ min: 0.05, max: 1, noNaN: true }), (law, gap) => {
      within(inferenceAware(law, law.E + gap, 1e60).N, leastParameters(law, law.E + gap), 1e-3);
    }), { numRuns: 1000 });
  });
  test("gets smaller, and saves more, with more to serve", () => {
    fc.assert(fc.property(cases, ({ law, gap, Dinf, weight }) => {
      const [less, more] = [Dinf, 2 * Dinf].map((d) => saving(law, law.E + gap, d, weight)) as [ReturnType<typeof saving>, ReturnType<typeof saving>];
      // to the last digits: a demand far below the training tokens changes nothing
      expect(more.optimum.N / less.optimum.N).toBeLessThan(1 + 1e-12);
      expect(more.optimum.D / less.optimum.D).toBeGreaterThan(1 - 1e-12);
      expect(more.saved).toBeGreaterThan(less.saved - 1e-12);
    }), { numRuns: 1000 });
  });
  test("a weight of w is w times the demand", () => {
    const [weighted, demanded] = [inferenceAware(footnote2, 2, 1e12, 7), inferenceAware(footnote2, 2, 7e12)];
    [weighted.N / demanded.N, weighted.total / demanded.total].forEach((ratio) => within(ratio, 1, 1e-12));
  });
  test("has its dimensions", () => {
    const { alpha, beta } = footnote2;
    const inputs = { A: [footnote2.A, { parameter: alpha }], B: [footnote2.B, { token: beta }], Dinf: [1e13, { token: 1 }] } as const;
    const run = ({ A, B, Dinf }: Record<"A" | "B" | "Dinf", number>) => inferenceAware({ ...footnote2, A, B }, 2, Dinf);
    expectDimensions((x) => run(x).N, inputs, { parameter: 1 });
    expectDimensions((x) => run(x).D, inputs, { token: 1 });
    expectDimensions((x) => run(x).total, inputs, { parameter: 1, token: 1 });
    expectDimensions(({ A, B, N }) => chinchillaTokens({ ...footnote2, A, B }, N), { A: inputs.A, B: inputs.B, N: [1e9, { parameter: 1 }] }, { token: 1 });
  });
  test("no loss below E, no negative demand, no free inference", () => {
    expect(() => inferenceAware(hoffmannRounded, hoffmannRounded.E, 1e12)).toThrow("loss above E must be positive: 0");
    expect(() => inferenceAware(footnote2, 2, -1)).toThrow("inference tokens must not be negative: -1");
    expect(() => inferenceAware(footnote2, 2, 1e12, 0)).toThrow("weight must be positive: 0");
    expect(() => tokensForLoss(footnote2, 2, 0)).toThrow("parameters must be positive: 0");
  });
});
