import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { computeSaved } from "../../../src/ludziejewski/compute-saved.ts";
import { jointLoss } from "../../../src/ludziejewski/joint-loss.ts";
import { bestExperts, memoryOptimum } from "../../../src/ludziejewski/memory-optimum.ts";
import { affordable, optimum } from "../../../src/ludziejewski/optimum.ts";
import { activeOf, activeParameters, memory, widest } from "../../../src/ludziejewski/size.ts";
import { table3 } from "../../../src/ludziejewski/tables.ts";
import { tokenHunger } from "../../../src/ludziejewski/token-hunger.ts";
import { minimize } from "../../../src/numbers.ts";
import { relativeError } from "../relative.ts";

const experts = fc.constantFrom(1, 2, 4, 8, 16, 32);
const budgets = fc.double({ min: 18, max: 26, noNaN: true }).map((u) => 10 ** u);

/** Table 1: budget, experts, N_act and D with the digits printed, in billions. */
const table1 = [
  [1e20, 1, "1.7", "9.7"], [1e20, 2, "1.5", "11.4"], [1e20, 4, "1.2", "13.9"], [1e20, 8, "0.99", "17"], [1e20, 16, "0.81", "20.7"], [1e20, 32, "0.669", "24.9"],
  [1e21, 1, "5.7", "29.3"], [1e21, 2, "5", "33"], [1e21, 4, "4.4", "38"], [1e21, 8, "3.8", "44.3"], [1e21, 16, "3.3", "51.2"], [1e21, 32, "2.85", "58.4"],
  [1e22, 1, "18.8", "88.6"], [1e22, 2, "17.4", "96"], [1e22, 4, "15.8", "105.4"], [1e22, 8, "14.4", "115.8"], [1e22, 16, "13.2", "126.5"], [1e22, 32, "12.2", "136.9"],
] as const;

describe("the optimum of a budget for each number of experts", () => {
  test("all 18 of Table 1: N_act within 1 % and the rounding of its last digit, D within 1.2 % below and never above", () => {
    for (const [C, E, N, D] of table1) {
      const best = optimum(C, E);
      expect(Math.abs(best.N / 1e9 - Number(N)), `N of ${E} experts at ${C}`).toBeLessThan(0.01 * Number(N) + lastDigit(N) / 2);
      expect(best.D / 1e9 / Number(D)).toBeGreaterThan(0.988);
      expect(best.D / 1e9).toBeLessThan(Number(D));
    }
  });
  test("D is short by 0.6 % in the mean; the E_start of Table 4 takes 0.3 % off that", () => {
    const short = (law = {}) => table1.reduce((sum, [C, E, , D]) => sum + 1 - optimum(C, E, 0, { ...table3, ...law }).D / 1e9 / Number(D), 0) / table1.length;
    expect((100 * short()).toFixed(1)).toBe("0.6");
    expect((100 * short({ Estart: 2.083 })).toFixed(1)).toBe("0.5");
  });
  test("the closed form is where the loss along 6·N_act·D = C is least", () => {
    fc.assert(fc.property(budgets, experts, (C, E) => {
      const best = optimum(C, E);
      const least = minimize((N) => jointLoss(N, C / (6 * N), E), 1e5, 1e15);
      expect(relativeError(best.loss, least.value)).toBeLessThan(1e-12);
      expect(relativeError(6 * best.N * best.D, C)).toBeLessThan(1e-12);
    }), { numRuns: 1000 });
  });
  test("with served tokens it is where the loss along 6·N_act·D + 2·N_act·D_inf = C is least", () => {
    fc.assert(fc.property(budgets, experts, fc.double({ min: 8, max: 13, noNaN: true }).map((u) => 10 ** u), (C, E, served) => {
      const best = optimum(C, E, served);
      const least = minimize((D) => jointLoss(C / (6 * D + 2 * served), D, E), 1e3, 1e20);
      expect(relativeError(best.loss, least.value)).toBeLessThan(1e-12);
      expect(relativeError(6 * best.N * best.D + 2 * best.N * served, C)).toBeLessThan(1e-12);
    }), { numRuns: 1000 });
  });
  test("without served tokens that is the closed form", () => {
    fc.assert(fc.property(budgets, experts, (C, E) => {
      const [none, few] = [optimum(C, E), optimum(C, E, 1e-3)];
      expect(relativeError(few.N, none.N)).toBeLessThan(1e-9);
      expect(relativeError(few.D, none.D)).toBeLessThan(1e-9);
    }), { numRuns: 1000 });
  });
  test("the more tokens are served, the smaller the model for its tokens", () => {
    fc.assert(fc.property(budgets, experts, fc.double({ min: 8, max: 13, noNaN: true }).map((u) => 10 ** u), (C, E, served) => {
      const [less, more] = [optimum(C, E, served), optimum(C, E, 2 * served)];
      expect(more.N).toBeLessThan(less.N);
      expect(more.D / more.N).toBeGreaterThan(less.D / less.N);
      expect(more.loss).toBeGreaterThan(less.loss);
    }), { numRuns: 1000 });
  });
  test("more experts: fewer active parameters, more tokens, less loss (Findings 1 and 2), up to 1e23 FLOP", () => {
    fc.assert(fc.property(fc.double({ min: 18, max: 23, noNaN: true }).map((u) => 10 ** u), fc.constantFrom(1, 2, 4, 8, 16), (C, E) => {
      const [few, many] = [optimum(C, E), optimum(C, 2 * E)];
      expect([many.N < few.N, many.D > few.D, many.loss < few.loss]).toEqual([true, true, true]);
    }), { numRuns: 1000 });
  });
  test("at 1e24 FLOP Finding 1 is reversed: more experts want more parameters and fewer tokens, still at less loss", () => {
    const [few, many] = [optimum(1e24, 8), optimum(1e24, 16)];
    expect([many.N > few.N, many.D < few.D, many.loss < few.loss]).toEqual([true, true, true]);
  });
  test("a budget is above zero and nobody is served less than nothing", () => {
    expect(() => optimum(0, 8)).toThrow("compute must be positive: 0");
    expect(() => optimum(0, 8, 1e9)).toThrow("compute must be positive: 0");
    expect(() => optimum(1e20, 8, -1)).toThrow("served tokens must not be negative: -1");
    expect(() => affordable(1e20, 0)).toThrow("active parameters must be positive: 0");
  });
});

describe("what experts save and what they ask for", () => {
  test("at 1e20 FLOP 2 to 32 experts save 12, 26, 40, 53 and 64 % of the compute; Figure 2's example of 40 % is that of 8", () => {
    expect([2, 4, 8, 16, 32].map((E) => (100 * computeSaved(1e20, E)).toFixed(0))).toEqual(["12", "26", "40", "53", "64"]);
  });
  test("they save more the larger the budget and the more they are; one saves nothing", () => {
    fc.assert(fc.property(fc.double({ min: 18, max: 24, noNaN: true }).map((u) => 10 ** u), fc.constantFrom(2, 4, 8, 16), (C, E) => {
      expect(computeSaved(2 * C, E)).toBeGreaterThan(computeSaved(C, E));
      expect(computeSaved(C, 2 * E)).toBeGreaterThan(computeSaved(C, E));
    }), { numRuns: 300 });
    expect(Math.abs(computeSaved(1e20, 1))).toBeLessThan(5e-13);
  });
  test("by Table 1, 32 experts take 37 tokens for each active parameter at 1e20 FLOP against 5.7 of a dense model, 6.5 times as many, and 2.4 times at 1e22", () => {
    const printed = (E: number, C: number) => table1.filter(([c, e]) => c === C && e === E).map(([, , N, D]) => Number(D) / Number(N))[0]!;
    for (const [C, ratio] of [[1e20, 6.5], [1e21, 4.0], [1e22, 2.4]] as const) {
      const { routed, dense, ratio: computed } = tokenHunger(C, 32);
      expect(relativeError(routed, printed(32, C))).toBeLessThan(0.02);
      expect(relativeError(dense, printed(1, C))).toBeLessThan(0.025);
      expect(relativeError(computed, printed(32, C) / printed(1, C))).toBeLessThan(0.025);
      expect((printed(32, C) / printed(1, C)).toFixed(1)).toBe(ratio.toFixed(1));
    }
  });
  test("hunger grows with experts and falls with the budget, up to 1e23 FLOP; one expert is as hungry as a dense model", () => {
    fc.assert(fc.property(fc.double({ min: 18, max: 23, noNaN: true }).map((u) => 10 ** u), fc.constantFrom(1, 2, 4, 8, 16), (C, E) => {
      expect(tokenHunger(2 * C, 2 * E).ratio).toBeLessThan(tokenHunger(C, 2 * E).ratio);
      expect(tokenHunger(C, 2 * E).ratio).toBeGreaterThan(tokenHunger(C, E).ratio);
    }), { numRuns: 1000 });
    expect(tokenHunger(1e22, 1).ratio).toBe(1);
  });
});

describe("the optimum that fits into memory", () => {
  const table2 = [[1e21, [16, 32, 32]], [1e22, [4, 16, 32]], [1e23, [1, 8, 32]], [1e24, [1, 1, 16]]] as const;
  const sizes = [24e9, 80e9, 640e9];
  const cached = 16384;
  test("nine of the twelve cells of Table 2 come out; at 1e21 and 24 GB 32 experts for 16, at 1e23 and 80 GB 4 for 8, at 1e24 and 640 GB 8 for 16", () => {
    const computed = table2.map(([C]) => sizes.map((bytes) => bestExperts(C, bytes, { cached })));
    expect(computed).toEqual([[32, 32, 32], [4, 16, 32], [1, 4, 32], [1, 1, 8]]);
    expect(computed.flat().filter((E, i) => E === table2.flatMap(([, row]) => row)[i])).toHaveLength(9);
  });
  test("at these three cells the printed number is 0.004 to 0.007 nats behind", () => {
    const behind = (C: number, bytes: number, printed: number, computed: number) =>
      memoryOptimum(C, printed, bytes, { cached }).loss - memoryOptimum(C, computed, bytes, { cached }).loss;
    const gaps = [behind(1e21, 24e9, 16, 32), behind(1e23, 80e9, 8, 4), behind(1e24, 640e9, 16, 8)];
    expect(gaps.map((gap) => gap.toFixed(4))).toEqual(["0.0041", "0.0056", "0.0067"]);
  });
  test("nothing that fits is better", () => {
    fc.assert(fc.property(budgets, experts, fc.double({ min: 9, max: 12, noNaN: true }).map((u) => 10 ** u), (C, E, bytes) => {
      const largest = activeParameters(widest(bytes, (width) => memory(width, E, cached)));
      const least = minimize((N) => jointLoss(N, affordable(C, N), E), largest / 1e6, largest);
      expect(relativeError(memoryOptimum(C, E, bytes, { cached }).loss, least.value)).toBeLessThan(1e-9);
    }), { numRuns: 1000 });
  });
  test("memory without end is no constraint; less memory is never better", () => {
    fc.assert(fc.property(budgets, experts, fc.double({ min: 9, max: 12, noNaN: true }).map((u) => 10 ** u), (C, E, bytes) => {
      expect(memoryOptimum(C, E, 1e24, { served: 1e11 })).toEqual(optimum(C, E, 1e11));
      expect(memoryOptimum(C, E, bytes).loss).toBeGreaterThanOrEqual(memoryOptimum(C, E, 2 * bytes).loss);
    }), { numRuns: 300 });
  });
  test("the rule of thumb: of 1.1B parameters in all, 2 experts on 16B tokens beat a dense model on 8B, and 4 on 32B beat both", () => {
    const losses = [1, 2, 4].map((E) => jointLoss(activeOf(1.1e9, E), 8e9 * E, E).toFixed(3));
    expect(losses).toEqual(["2.666", "2.626", "2.594"]);
  });
  test("a billion parameters of 16 experts for the compute of a dense billion on 10B tokens: 155M active on 64B tokens, 414 for each (Figure 6)", () => {
    const active = activeOf(1e9, 16);
    const D = affordable(6 * 1e9 * 10e9, active);
    expect([(active / 1e6).toFixed(0), (D / 1e9).toFixed(0), (D / active).toFixed(0)]).toEqual(["155", "64", "414"]);
  });
  test("there is some memory", () => {
    expect(() => memoryOptimum(1e20, 8, 0)).toThrow("memory must be positive: 0");
  });
});

function lastDigit(printed: string): number {
  return 10 ** -(printed.split(".")[1]?.length ?? 0);
}
