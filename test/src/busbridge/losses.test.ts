import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { capacityGap, effectiveCapacityGap, gapStrength, halfwayRatio } from "../../../src/busbridge/capacity-gap.ts";
import { exponents } from "../../../src/busbridge/exponents.ts";
import { idealTeacher, infiniteData } from "../../../src/busbridge/ideal-teacher.ts";
import { laws, studentExcess, studentLoss } from "../../../src/busbridge/student-loss.ts";
import { supervisedLoss } from "../../../src/busbridge/supervised-loss.ts";
import { distillation, supervised } from "../../../src/busbridge/tables.ts";
import { loss as parametricLoss } from "../../../src/parametric/loss.ts";
import { frontier } from "../../../src/parametric/optimum.ts";
import { outside } from "../../../src/range.ts";
import { expectDimensions } from "../dimensions.ts";
import { localExponent, relativeError } from "../relative.ts";

const decades = (from: number, to: number) => fc.double({ min: from, max: to, noNaN: true }).map((u) => 10 ** u);
const sizes = decades(7, 12);
const tokens = decades(8, 15);
const losses = fc.double({ min: 1.3, max: 5, noNaN: true });
const runs = { numRuns: 1000 };

describe("Busbridge's supervised law", () => {
  test("three of its losses, worked out apart", () => {
    expect([[3e8, 1e10], [1e9, 2e10], [1e10, 2e11]].map(([N, D]) => supervisedLoss(N!, D!).toFixed(4))).toEqual(["2.6056", "2.3747", "1.9667"]);
  });
  test("with γ = 1 it is the parametric law of Hoffmann et al.", () => {
    const law = { ...supervised, gamma: 1 };
    fc.assert(fc.property(sizes, tokens, (N, D) => {
      expect(relativeError(supervisedLoss(N, D, law), parametricLoss(law, N, D))).toBeLessThan(1e-12);
    }), runs);
  });
  test("more parameters and more tokens never hurt, and endless ones leave E", () => {
    fc.assert(fc.property(sizes, tokens, (N, D) => {
      expect(supervisedLoss(1.01 * N, D)).toBeLessThan(supervisedLoss(N, D));
      expect(supervisedLoss(N, 1.01 * D)).toBeLessThan(supervisedLoss(N, D));
    }), runs);
    expect(supervisedLoss(Infinity, Infinity)).toBe(supervised.E);
  });
  test("its exponents are printed .513 and .486, the student's .664 and .335: cut off, as rounded the first and third would be .514 and .665", () => {
    const digits = (law: { alpha: number; beta: number }) => Object.values(exponents(law));
    const cut = (x: number) => Math.floor(1000 * x);
    expect([...digits(supervised), ...digits(distillation)].map(cut)).toEqual([513, 486, 664, 335]);
    expect([...digits(supervised), ...digits(distillation)].map((x) => x.toFixed(3))).toEqual(["0.514", "0.486", "0.665", "0.335"]);
  });
  test("the exponents are those of the parametric law, as γ raises both terms together; b is not β/(α+β) as the caption has it", () => {
    fc.assert(fc.property(fc.double({ min: 0.05, max: 1, noNaN: true }), fc.double({ min: 0.05, max: 1, noNaN: true }), (alpha, beta) => {
      const { a, b } = exponents({ alpha, beta });
      expect(relativeError(a / b, (({ a, b }) => a / b)(frontier({ ...supervised, alpha, beta })))).toBeLessThan(1e-12);
      expect(relativeError(a + b, 1)).toBeLessThan(1e-15);
    }), runs);
    expect(Math.abs(exponents(supervised).b - supervised.beta / (supervised.alpha + supervised.beta))).toBeGreaterThan(0.02);
  });
  test("nats per token are a pure number: A is in parameter^α, B in token^β", () => {
    const { A, B, alpha, beta } = supervised;
    expectDimensions(({ N, D, A, B }) => supervisedLoss(N, D, { ...supervised, A, B }), { N: [1e9, { parameter: 1 }], D: [2e10, { token: 1 }], A: [A, { parameter: alpha }], B: [B, { token: beta }] }, {});
  });
  test("no parameters, no loss", () => {
    expect(() => supervisedLoss(-1, 1e9)).toThrow("parameters must be positive: -1");
    expect(() => supervisedLoss(1e9, 0)).toThrow("tokens must be positive: 0");
  });
  test("a 30B model on 5e12 tokens is .38 and .99 decades beyond the runs", () => {
    expect(Object.values(outside(supervised, { N: 30e9, D: 5e12 })).map((x) => x.toFixed(2))).toEqual(["0.38", "0.99"]);
  });
});

describe("Busbridge's student law, Equation 8", () => {
  test("four of its losses, worked out apart", () => {
    expect([[3e8, 1e11, 2.157], [1e9, 1e11, 2.0], [3e9, 1e11, 1.75], [1e10, 1e12, 1.7]].map(([N, D, LT]) => studentLoss({ N: N!, D: D! }, LT!).toFixed(4))).toEqual(["2.3865", "2.2045", "2.0659", "1.8614"]);
  });
  test("its own data term hardly counts where it was fitted: B'/D^β' is at most 1.5 % of the bracket, and data act through L̃_S", () => {
    const { A, B, alpha, beta } = distillation;
    const { N, D } = distillation.range;
    const share = (n: number, d: number) => (B * d ** -beta) / (A * n ** -alpha + B * d ** -beta);
    expect((100 * share(N.to, D.from)).toFixed(1)).toBe("1.4");
    expect(100 * share(N.from, D.to)).toBeLessThan(0.02);
  });
  test("a student is never better than its teacher: the law has no place for weak-to-strong, which the paper itself shows", () => {
    fc.assert(fc.property(sizes, tokens, losses, (N, D, LT) => {
      expect(studentLoss({ N, D }, LT)).toBeGreaterThanOrEqual(LT);
      expect(studentExcess({ N, D }, Math.min(LT, 1.5 * supervisedLoss(N, D)))).toBeGreaterThan(0);
    }), runs);
  });
  test("more parameters and more tokens never hurt a student of a given teacher", () => {
    fc.assert(fc.property(sizes, tokens, losses, (N, D, LT) => {
      expect(studentLoss({ N: 1.01 * N, D }, LT)).toBeLessThanOrEqual(studentLoss({ N, D }, LT));
      expect(studentLoss({ N, D: 1.01 * D }, LT)).toBeLessThanOrEqual(studentLoss({ N, D }, LT));
    }), runs);
  });
  test("a far worse teacher is reached exactly; under a far better one the student feels its own limits alone", () => {
    expect(relativeError(studentLoss({ N: 1e10, D: 1e12 }, 5), 5)).toBeLessThan(1e-13);
    expect(relativeError(capacityGap(0.01), 1)).toBeLessThan(5e-13);
  });
  test("nats per token are a pure number: A' is in parameter^α', B' in token^β'", () => {
    const { A, B, alpha, beta } = distillation;
    expectDimensions(
      ({ N, D, A, B, ownA, ownB }) => studentExcess({ N, D }, 2, { student: { ...distillation, A, B }, own: { ...supervised, A: ownA, B: ownB } }),
      {
        N: [1e9, { parameter: 1 }], D: [1e11, { token: 1 }], A: [A, { parameter: alpha }], B: [B, { token: beta }],
        ownA: [supervised.A, { parameter: supervised.alpha }], ownB: [supervised.B, { token: supervised.beta }],
      },
      {},
    );
  });
  test("a teacher has a loss", () => {
    expect(() => studentLoss({ N: 1e9, D: 1e11 }, 0)).toThrow("teacher's loss must be positive: 0");
  });
});

describe("the capacity gap", () => {
  test("it falls from 1 to 0 as the teacher gets worse", () => {
    fc.assert(fc.property(fc.double({ min: 0.3, max: 3, noNaN: true }), (r) => {
      expect(capacityGap(1.01 * r)).toBeLessThan(capacityGap(r));
      expect(capacityGap(r)).toBeGreaterThanOrEqual(effectiveCapacityGap(r));
    }), runs);
  });
  test("it is .83, .50 and .11 at r = .8, .9 and 1: the transition is at .90, not at d₁ = 1.315", () => {
    expect([0.8, 0.9, 1].map((r) => capacityGap(r).toFixed(2))).toEqual(["0.83", "0.50", "0.11"]);
    expect(halfwayRatio().toFixed(3)).toBe("0.900");
    expect(relativeError(capacityGap(halfwayRatio()), 0.5)).toBeLessThan(1e-12);
    expect(capacityGap(distillation.d1)).toBeLessThan(1e-14);
  });
  test("below d₁ it is exp(−2.244 r^11.1): within 1 % up to r = .9 and 6 % at 1", () => {
    expect(gapStrength().toFixed(3)).toBe("2.244");
    expect(localExponent((r) => -Math.log(effectiveCapacityGap(r)), 0.7).toFixed(2)).toBe("11.11");
    fc.assert(fc.property(fc.double({ min: 0.1, max: 0.9, noNaN: true }), (r) => {
      expect(relativeError(effectiveCapacityGap(r), capacityGap(r))).toBeLessThan(0.01);
    }), runs);
    expect(relativeError(effectiveCapacityGap(1), capacityGap(1))).toBeLessThan(0.06);
  });
  test("so c₁ is not identified: a hundred times it, with d₁ moved to hold 2.244, moves no student by more than 0.1 %", () => {
    const { c1, d1, f1 } = distillation;
    const other = { ...laws, student: { ...distillation, c1: 100 * c1, d1: d1 * 100 ** f1 } };
    expect(relativeError(gapStrength(other.student), gapStrength())).toBeLessThan(1e-12);
    fc.assert(fc.property(decades(8, 10.2), decades(9.6, 11.7), losses, (N, D, LT) => {
      expect(relativeError(studentLoss({ N, D }, LT, other), studentLoss({ N, D }, LT))).toBeLessThan(1e-3);
    }), runs);
  });
  test("a ratio of losses is positive", () => {
    expect(() => capacityGap(-1)).toThrow("ratio of losses must be positive: -1");
  });
});

describe("the ideal teacher", () => {
  const cases = [[546e6, 20e9], [1e9, 20e9], [1e9, 100e9], [198e6, 8e9]] as const;
  const best = cases.map(([N, D]) => idealTeacher({ N, D }));
  test("no other teacher does better", () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 3 }), fc.double({ min: 1.25, max: 4, noNaN: true }), (i, LT) => {
      const [N, D] = cases[i]!;
      expect(studentLoss({ N, D }, LT)).toBeGreaterThan(best[i]!.loss - 1e-12);
    }), runs);
  });
  test("the talk's up-trend is weak: a teacher of 1.6 nats is worse than the best one by 0.01 to 0.04, and 0.08 where the student is small", () => {
    expect(best.map(({ teacherLoss }) => teacherLoss.toFixed(2))).toEqual(["1.82", "1.72", "1.98", "1.91"]);
    expect(best.map(({ loss }) => loss.toFixed(3))).toEqual(["2.343", "2.252", "2.204", "2.525"]);
    expect(cases.map(([N, D]) => studentLoss({ N, D }, 1.6).toFixed(3))).toEqual(["2.374", "2.262", "2.245", "2.607"]);
    expect(cases.map(([N, D], i) => (studentLoss({ N, D }, 1.6) - best[i]!.loss).toFixed(2))).toEqual(["0.03", "0.01", "0.04", "0.08"]);
  });
  test("on endless tokens it and labels come to the same within 0.8 %, though the two laws were fitted apart (Equations 35 and 37)", () => {
    const percent = [1e8, 3e8, 1e9, 3e9, 1e10, 3e10, 1e11].map((N) => infiniteData(N)).map(({ supervised, distilled }) => 100 * (distilled.loss / supervised - 1));
    for (const p of percent) expect(Math.abs(p)).toBeLessThan(0.8);
    expect(percent.map((p) => Math.sign(p))).toEqual([-1, 1, 1, 1, 1, -1, -1]);
  });
});
