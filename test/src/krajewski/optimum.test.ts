import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { denseMultiple } from "../../../src/krajewski/dense-multiple.ts";
import { granularLoss } from "../../../src/krajewski/loss.ts";
import { continuousOptimum, optimum, optimumAt } from "../../../src/krajewski/optimum.ts";
import { totalParameters, trainingFlops } from "../../../src/krajewski/size.ts";
import { holdOut, moe16, moe64 } from "../../../src/krajewski/tables.ts";
import { tokenHunger } from "../../../src/krajewski/token-hunger.ts";
import { minimize } from "../../../src/numbers.ts";
import { relativeError } from "../relative.ts";
import { table2 } from "./table-2.ts";

const budgets = fc.double({ min: 17, max: 27, noNaN: true }).map((u) => 10 ** u);
const granularities = fc.constantFrom(1, 2, 4, 8, 16, 32, 64);
const laws = fc.constantFrom(moe64, holdOut, moe16);

describe("the optimum of fine-grained experts", () => {
  test("at a constant budget no other size has less loss: bisection of the slope and golden section of the loss agree", () => {
    fc.assert(fc.property(budgets, granularities, laws, (C, G, law) => {
      const at = (active: number) => granularLoss(totalParameters(active, law.expansion), C / trainingFlops(active, 1, G, law.expansion), G, law);
      const best = optimumAt(C, G, law);
      expect(relativeError(best.loss, minimize(at, 1e5, 1e15).value)).toBeLessThan(1e-12);
      expect(Math.min(at(best.active * 1.01), at(best.active / 1.01))).toBeGreaterThan(best.loss);
      expect(relativeError(trainingFlops(best.active, best.D, G, law.expansion), C)).toBeLessThan(1e-12);
    }), { numRuns: 1000 });
  });
  test("with any granularity allowed, none has less loss, and powers of two lose at most 0.002 nats to it", () => {
    fc.assert(fc.property(budgets, laws, (C, law) => {
      const best = continuousOptimum(C, law);
      const least = minimize((G) => optimumAt(C, G, law).loss, 1, 1e4).value;
      expect(relativeError(best.loss, least)).toBeLessThan(1e-12);
      const lost = optimum(C, law).loss - best.loss;
      expect(lost).toBeGreaterThanOrEqual(0);
      expect(lost).toBeLessThan(2e-3);
    }), { numRuns: 30 });
  });
  test("the published budgets have the published granularity, all seven, and G = 1 never", () => {
    expect(table2.map(({ C }) => optimum(C).G)).toEqual(table2.map(({ G }) => G));
  });
  test("there, N_act is 1.4 to 2.6 % above the published and D 1.6 to 2.2 % below, their product within 0.4 %", () => {
    for (const { active, D, C } of table2) {
      const best = optimum(C);
      expect(best.active / active - 1).toBeGreaterThan(0.014);
      expect(best.active / active - 1).toBeLessThan(0.026);
      expect(best.D / D - 1).toBeLessThan(-0.0155);
      expect(best.D / D - 1).toBeGreaterThan(-0.0225);
      expect(relativeError(best.active * best.D, active * D)).toBeLessThan(0.004);
    }
  });
  test("the published points lie within 0.0004 nats of the optimum of their FLOP", () => {
    for (const { active, D, G } of table2) {
      const lost = granularLoss(totalParameters(active), D, G) - optimum(trainingFlops(active, D, G)).loss;
      expect(lost).toBeGreaterThan(0);
      expect(lost).toBeLessThan(4e-4);
    }
  });
  test("D for each size lies within the 10th and 90th percentiles of Table 6, and for E = 16, with G, within those of Table 9", () => {
    const within = (value: number, [from, to]: readonly [number, number]) => expect(value >= from && value <= to, `${value} in ${from}..${to}`).toBe(true);
    for (const { active, percentiles } of table2) {
      const best = sized(active);
      within(best.D, percentiles.D);
      within(best.G, percentiles.G);
      const sixteen = sized(active, moe16);
      within(sixteen.D, percentiles.D16);
      within(sixteen.G, percentiles.G16);
    }
  });
  test("more compute is spent on more of everything: parameters, tokens, granularity", () => {
    fc.assert(fc.property(budgets, laws, (C, law) => {
      const [less, more] = [continuousOptimum(C, law), continuousOptimum(2 * C, law)];
      expect(more.active).toBeGreaterThan(less.active);
      expect(more.D).toBeGreaterThan(less.D);
      expect(more.G).toBeGreaterThan(less.G);
      expect(more.loss).toBeLessThan(less.loss);
    }), { numRuns: 30 });
  });
  test("compute must be above zero", () => {
    expect(() => optimum(0)).toThrow("compute must be positive: 0");
  });
});

describe("against dense models of the same study", () => {
  test("experts at 1e20 FLOP are as good as a dense model with 21.3 times as much: the paper's 20", () => {
    expect(denseMultiple(1e20).toFixed(1)).toBe("21.3");
  });
  test("at 1e25 it is 32.0 times and at 1e26 34.2, not the more than 40 that the paper states; at 1e28 still 39.0", () => {
    expect([1e25, 1e26, 1e28].map((C) => denseMultiple(C).toFixed(1))).toEqual(["32.0", "34.2", "39.0"]);
    expect(denseMultiple(1e25)).toBeLessThan(40);
  });
  test("the hold-out fit, almost unchanged in the paper's words, makes it 18.2 and 19.7, and no longer growing", () => {
    expect([1e20, 1e25, 1e26, 1e28].map((C) => denseMultiple(C, "Table 5").toFixed(2))).toEqual(["18.19", "19.73", "19.74", "19.62"]);
  });
  test("the fit of fewer experts makes it 5.8, 11.0 and 20.5 at 1e18, 1e20 and 1e22, against 17.2, 21.3 and 25.4", () => {
    expect([1e18, 1e20, 1e22].map((C) => denseMultiple(C, "Table 8").toFixed(3))).toEqual(["5.783", "10.985", "20.451"]);
    expect([1e18, 1e20, 1e22].map((C) => denseMultiple(C).toFixed(1))).toEqual(["17.2", "21.3", "25.4"]);
  });
  test("by these laws experts are not hungry: tokens for each active parameter are as many at 1e18, fewer from there on", () => {
    expect([1e18, 1e20, 1e22].map((C) => tokenHunger(C).routed.toFixed(1))).toEqual(["45.2", "29.2", "18.3"]);
    expect([1e18, 1e20, 1e22].map((C) => tokenHunger(C).dense.toFixed(1))).toEqual(["45.0", "44.2", "43.4"]);
    expect([1e18, 1e20, 1e22].map((C) => tokenHunger(C).ratio.toFixed(2))).toEqual(["1.00", "0.66", "0.42"]);
  });
  test("with 16 times the parameters instead of 64 they are hungrier than dense models up to 1.7e22 FLOP", () => {
    expect([1.6e22, 1.8e22].map((C) => Math.sign(tokenHunger(C, "Table 8").ratio - 1))).toEqual([1, -1]);
    expect([1e20, 1e22, 1e24].map((C) => tokenHunger(C, "Table 8").ratio.toFixed(2))).toEqual(["2.08", "1.07", "0.56"]);
  });
});

/** The optimum that has N_act active parameters: the budget is found by bisection for each granularity. */
function sized(active: number, law: typeof moe64 | typeof moe16 = moe64) {
  let [less, more] = [1e16, 1e29];
  while (more / less > 1.0001) {
    const middle = Math.sqrt(less * more);
    if (optimum(middle, law).active < active) less = middle;
    else more = middle;
  }
  return optimum(more, law);
}
