import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bestMixture, mixedRisk } from "../../../src/mixing/shrinkage.ts";
import { bestSurrogate, pooledWeight, surrogateRisk } from "../../../src/mixing/surrogate.ts";
import { minimize } from "../../../src/numbers.ts";
import { expectDimensions } from "../dimensions.ts";
import { relativeError } from "../relative.ts";

const some = fc.double({ min: -3, max: 3, noNaN: true }).map((u) => 10 ** u);
const errors = fc.record({ V: some, b2: some, Vt: some });

describe("Mixing a label with a teacher", () => {
  test("the best mixture is better than the label, however bad the teacher, and than the teacher", () => {
    fc.assert(fc.property(errors, ({ V, b2, Vt }) => {
      const { w, risk } = bestMixture({ V, b2, Vt });
      expect(risk).toBeLessThan(V);
      expect(risk).toBeLessThan(b2 + Vt);
      expect(w).toBeGreaterThan(0);
      expect(w).toBeLessThan(1);
    }), { numRuns: 1000 });
  });
  test("its risk is V(b² + Vt)/(V + b² + Vt): half the harmonic mean of the two errors", () => {
    fc.assert(fc.property(errors, ({ V, b2, Vt }) => {
      expect(relativeError(bestMixture({ V, b2, Vt }).risk, 1 / (1 / V + 1 / (b2 + Vt)))).toBeLessThan(1e-12);
    }), { numRuns: 1000 });
  });
  test("it is the mixture of least risk: the slope vanishes, and a search finds the same to 1e-9", () => {
    fc.assert(fc.property(errors, (e) => {
      const { w, risk } = bestMixture(e);
      expect(relativeError(mixedRisk(w, e), risk)).toBeLessThan(1e-12);
      expect(relativeError(minimize((x) => mixedRisk(x, e), 1e-7, 1).value, risk)).toBeLessThan(1e-9);
    }), { numRuns: 1000 });
  });
  test("no weight on the teacher leaves the label's variance, all of it the teacher's error", () => {
    fc.assert(fc.property(errors, (e) => {
      expect([mixedRisk(0, e), mixedRisk(1, e)]).toEqual([e.V, e.b2 + e.Vt]);
    }), { numRuns: 1000 });
  });
  test("a better teacher lowers the risk and gets more weight", () => {
    fc.assert(fc.property(errors, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (e, factor) => {
      const [worse, better] = [bestMixture(e), bestMixture({ ...e, b2: e.b2 * factor })];
      expect(better.risk).toBeLessThan(worse.risk);
      expect(better.w).toBeGreaterThan(worse.w);
    }), { numRuns: 1000 });
  });
  test("a perfect teacher takes all the weight and leaves no risk", () => {
    expect(bestMixture({ V: 1, b2: 0, Vt: 0 })).toEqual({ w: 1, risk: 0 });
  });
  test("is the mean squared error of the mixture, outcome by outcome", () => {
    // label 1 ± 2, teacher 1 + 0.5 ± 0.25, each sign as likely: V = 4, b² = 0.25, Vt = 0.0625
    const target = 1;
    for (const w of [0, 0.3, 0.9]) {
      const outcomes = [-1, 1].flatMap((s) => [-1, 1].map((t) => ((1 - w) * (target + 2 * s) + w * (target + 0.5 + 0.25 * t) - target) ** 2));
      expect(relativeError(mixedRisk(w, { V: 4, b2: 0.25, Vt: 0.0625 }), outcomes.reduce((a, b) => a + b) / 4)).toBeLessThan(1e-12);
    }
  });
  test("has its dimensions, whatever the target is measured in", () => {
    const e = { V: [1, { dollar: 2 }], b2: [0.25, { dollar: 2 }], Vt: [0.01, { dollar: 2 }] } as const;
    expectDimensions((x) => bestMixture(x).risk, e, { dollar: 2 });
    expectDimensions((x) => bestMixture(x).w, e, {});
  });
  test("no label without variance, no negative error", () => {
    expect(() => bestMixture({ V: 0, b2: 1, Vt: 1 })).toThrow("label variance must be positive: 0");
    expect(() => mixedRisk(0.5, { V: 1, b2: -1, Vt: 1 })).toThrow("squared bias must not be negative: -1");
  });
});

describe("Surrogate data (Jain, Montanari, Sasoglu)", () => {
  const samples = fc.record({ n: fc.integer({ min: 1, max: 1e6 }), m: fc.integer({ min: 1, max: 1e6 }), variance: some, surrogateVariance: some, b2: some });
  // squared bias; best weight and risk for one sample of variance 1 beside surrogates of variance 0.01
  test.each([[0.25, "0.79", "0.21"], [1, "0.50", "0.50"], [4, "0.20", "0.80"], [16, "0.06", "0.94"]] as const)(
    "a squared bias of %d: weight %s, risk %s",
    (b2, alpha, risk) => {
      const best = bestSurrogate({ n: 1, m: 100, variance: 1, surrogateVariance: 1, b2 });
      expect([best.alpha.toFixed(2), best.risk.toFixed(2)]).toEqual([alpha, risk]);
    },
  );
  test("helps at the best weight, even unrelated", () => {
    fc.assert(fc.property(samples, (s) => {
      const { alpha, risk } = bestSurrogate(s);
      expect(risk).toBeLessThan(surrogateRisk(0, s));
      expect(relativeError(surrogateRisk(alpha, s), risk)).toBeLessThan(1e-9);
      expect(surrogateRisk(pooledWeight(s), s)).toBeGreaterThanOrEqual(risk * (1 - 1e-9));
    }), { numRuns: 1000 });
  });
  test("unweighted can be worse than none: a squared bias of 0.5 beside a variance of 0.1 for ten and ninety samples", () => {
    const s = { n: 10, m: 90, variance: 1, surrogateVariance: 1, b2: 0.5 };
    expect(surrogateRisk(pooledWeight(s), s)).toBeGreaterThan(surrogateRisk(0, s));
    expect(bestSurrogate(s).risk).toBeLessThan(surrogateRisk(0, s));
  });
  test("of the same distribution, is best pooled, and then is just more data", () => {
    fc.assert(fc.property(samples, ({ n, m, variance }) => {
      const s = { n, m, variance, surrogateVariance: variance, b2: 0 };
      expect(relativeError(bestSurrogate(s).alpha, pooledWeight(s))).toBeLessThan(1e-9);
      expect(relativeError(bestSurrogate(s).risk, variance / (n + m))).toBeLessThan(1e-9);
    }), { numRuns: 1000 });
  });
  test("needs a real sample", () => {
    expect(() => bestSurrogate({ n: 0, m: 1, variance: 1, surrogateVariance: 1, b2: 1 })).toThrow("samples must be positive: 0");
    expect(() => pooledWeight({ n: 1, m: -1 })).toThrow("surrogate samples must not be negative: -1");
  });
});
