import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { effectiveParameters, plainLaw, usableParameters } from "../../../src/muennighoff/excess-parameters.ts";
import { constrainedLoss } from "../../../src/muennighoff/loss.ts";
import { constrainedOptimum, imbalance } from "../../../src/muennighoff/optimum.ts";
import { c4 } from "../../../src/muennighoff/tables.ts";
import { minimize } from "../../../src/numbers.ts";
import { loss } from "../../../src/parametric/loss.ts";
import { optimum } from "../../../src/parametric/optimum.ts";
import { sixND, tokensFor } from "../../../src/transformer/six-n-d.ts";
import { expectDimensions } from "../dimensions.ts";
import { relativeError } from "../relative.ts";

const compute = fc.double({ min: 18, max: 26, noNaN: true }).map((u) => 10 ** u);
const tokens = fc.double({ min: 8, max: 14, noNaN: true }).map((u) => 10 ** u);
const parameters = fc.double({ min: 6, max: 13, noNaN: true }).map((u) => 10 ** u);
/** Nats that repeating U tokens up to D costs. */
const gap = (N: number, D: number, U: number) => constrainedLoss(N, D, U) - constrainedLoss(N, D, D);

describe("The data-constrained law of Muennighoff", () => {
  test("its logarithms are Equation 17's 521, 1488 and 1.87, and 0.051 parameters are usable per unique token", () => {
    const { A, B, E, alpha, beta } = plainLaw();
    expect([A.toFixed(0), B.toFixed(0), E.toFixed(2), alpha.toFixed(3), beta.toFixed(3)]).toEqual(["521", "1488", "1.87", "0.353", "0.353"]);
    expect((usableParameters(1e12) / 1e12).toFixed(3)).toBe("0.051");
  });
  test("plain data at 5.76e23 FLOP: 70.0B parameters and 1.37T tokens", () => {
    const { N, D } = optimum(plainLaw(), 5.76e23);
    expect([(N / 1e9).toFixed(1), (D / 1e12).toFixed(2)]).toEqual(["70.0", "1.37"]);
  });
  test("equal exponents make the usable parameters proportional to the data", () => {
    fc.assert(fc.property(tokens, (U) => {
      expect(relativeError(usableParameters(U) / U, 0.0509865177)).toBeLessThan(1e-9);
    }), { numRuns: 1000 });
  });
  test("the usable parameters are those for which U tokens are compute-optimal", () => {
    const fit = { ...c4, alpha: 0.32, beta: 0.41 };
    fc.assert(fc.property(tokens, (U) => {
      const N = usableParameters(U, fit);
      expect(relativeError(optimum(plainLaw(fit), sixND(N, U)).N, N)).toBeLessThan(1e-9);
    }), { numRuns: 1000 });
  });
  test("100M tokens can use 5.1M parameters, 27 % off the 7M printed (a size that was trained)", () => {
    expect((usableParameters(1e8) / 1e6).toFixed(1)).toBe("5.1");
    expect((100 * (1 - usableParameters(1e8) / 7e6)).toFixed(0)).toBe("27");
  });
  test("excess parameters are worth at most R_N*, 5.31, times the usable ones, and decay by 0.19 a multiple", () => {
    expect((effectiveParameters(1e30, 1e9) / usableParameters(1e9)).toFixed(2)).toBe("6.31");
    const usable = usableParameters(1e9);
    const slope = (effectiveParameters(usable * 1.02, 1e9) - effectiveParameters(usable * 1.01, 1e9)) / (0.01 * usable);
    // −ln of the slope per multiple of the usable size is 1/R_N*
    expect((-Math.log(slope) / 0.015).toFixed(2)).toBe("0.19");
  });
  test("parameters that the data can use count in full", () => {
    fc.assert(fc.property(tokens, fc.double({ min: 1e-3, max: 1, noNaN: true }), (U, share) => {
      const N = share * usableParameters(U);
      expect(effectiveParameters(N, U)).toBe(N);
    }), { numRuns: 1000 });
  });
  test("no repeats and no excess give the plain law; repeats and excess never beat it", () => {
    fc.assert(fc.property(parameters, tokens, fc.double({ min: 1, max: 300, noNaN: true }), (N, U, epochs) => {
      const D = epochs * U;
      const fresh = loss(plainLaw(), N, D);
      expect(constrainedLoss(N, D, U)).toBeGreaterThanOrEqual(fresh - 1e-12);
      const few = Math.min(N, usableParameters(D));
      expect(constrainedLoss(few, D, D)).toBe(loss(plainLaw(), few, D));
    }), { numRuns: 1000 });
  });
  test("endless epochs are no better than one over 16.39 U fresh tokens", () => {
    const N = usableParameters(1e11);
    expect(relativeError(constrainedLoss(N, Infinity, 1e11), loss(plainLaw(), N, 16.387756e11))).toBeLessThan(1e-9);
  });
  test("five epochs of 3T cost 0.0012 nats against 15T fresh up to 153B parameters, 0.0013 at 200B, 0.0026 at 400B", () => {
    expect((usableParameters(3e12) / 1e9).toFixed(0)).toBe("153");
    expect([70e9, 153e9, 200e9, 400e9].map((N) => gap(N, 15e12, 3e12).toFixed(4))).toEqual(["0.0012", "0.0012", "0.0013", "0.0026"]);
  });
  test("8.7B on four epochs of 44.5B: 0.7 % above one epoch over 178B, where 0.5 % was measured", () => {
    const [once, often] = [constrainedLoss(8.7e9, 178e9, 178e9), constrainedLoss(8.7e9, 178e9, 44.5e9)];
    expect((100 * (often / once - 1)).toFixed(1)).toBe("0.7");
    expect(100 * (often / once - 1) - 0.5).toBeGreaterThan(0.15);
  });
});

describe("The optimum for C FLOP and U unique tokens", () => {
  // Figure 1: 9.3e21 FLOP, 25B unique tokens
  const [best, plain] = [constrainedOptimum(9.3e21, 25e9), optimum(plainLaw(), 9.3e21)];
  test("Figure 1 by the law: 6.82B on 227B, 9.1 epochs, 23 % smaller than the plain 8.89B on 174B", () => {
    expect([best.N / 1e9, plain.N / 1e9].map((x) => x.toFixed(2))).toEqual(["6.82", "8.89"]);
    expect([best.D / 1e9, plain.D / 1e9].map((x) => x.toFixed(0))).toEqual(["227", "174"]);
    // a second program's minimum, to four digits
    expect((best.N / 1e9).toFixed(3)).toBe("6.815");
    expect([best.epochs.toFixed(1), (100 * (1 - best.N / plain.N)).toFixed(0)]).toEqual(["9.1", "23"]);
  });
  test("Figure 1 as printed, 6.34B on 242B with 9.7 epochs, is 7 % smaller and not the law's optimum, but only 5.6e-4 nats above it", () => {
    expect((100 * (best.N / 6.34e9 - 1)).toFixed(1)).toBe("7.5");
    expect((constrainedLoss(6.34e9, 242e9, 25e9) - best.loss).toExponential(1)).toBe("5.6e-4");
    expect([(242 / 25).toFixed(1), (100 * (1 - 6.34 / 8.67)).toFixed(0)]).toEqual(["9.7", "27"]);
  });
  test("Figure 1's losses were measured, 2.359 and 2.376: the law puts both points 6 % lower and closer together", () => {
    const predicted = [constrainedLoss(6.34e9, 242e9, 25e9), constrainedLoss(8.67e9, 178e9, 25e9)] as const;
    expect(predicted.map((L) => L.toFixed(3))).toEqual(["2.226", "2.227"]);
    [2.359 / predicted[0], 2.376 / predicted[1]].forEach((ratio) => expect((100 * (ratio - 1)).toFixed(0)).toMatch(/^[67]$/));
  });
  test("its two marginal gains balance", () => {
    fc.assert(fc.property(compute, tokens, (C, U) => {
      const { N, D, epochs } = constrainedOptimum(C, U);
      expect(relativeError(sixND(N, D), C)).toBeLessThan(1e-9);
      if (epochs > 1) expect(Math.abs(imbalance(N, C, U))).toBeLessThan(1e-9);
    }), { numRuns: 1000 });
  });
  test("the balance is the slope of the loss", () => {
    for (const [N, C, U] of [[6e9, 9.3e21, 25e9], [1e9, 9.3e21, 25e9], [3e8, 1e20, 1e9]] as const) {
      const along = (u: number) => constrainedLoss(N * Math.exp(u), tokensFor(C, N * Math.exp(u)), U);
      expect(Math.abs(imbalance(N, C, U) + (along(1e-5) - along(-1e-5)) / 2e-5)).toBeLessThan(1e-8);
    }
  });
  test("no other split of the FLOP has a lower loss, and a numerical search finds the same loss to 1e-9", () => {
    fc.assert(fc.property(compute, tokens, fc.double({ min: -2, max: 2, noNaN: true }), (C, U, u) => {
      const { N, loss: least } = constrainedOptimum(C, U);
      expect(constrainedLoss(N * 10 ** u, tokensFor(C, N * 10 ** u), U)).toBeGreaterThan(least - 1e-12);
    }), { numRuns: 1000 });
    for (const [C, U] of [[9.3e21, 25e9], [3.24e23, 106e9], [1e20, 1e8], [5.76e23, 5e12]] as const) {
      const { value } = minimize((N) => constrainedLoss(N, tokensFor(C, N), U), 1e6, 1e13);
      expect(relativeError(constrainedOptimum(C, U).loss, value)).toBeLessThan(1e-9);
    }
  });
  test("with data enough is the plain optimum of one epoch", () => {
    fc.assert(fc.property(compute, fc.double({ min: 1, max: 100, noNaN: true }), (C, more) => {
      const fresh = optimum(plainLaw(), C);
      expect(constrainedOptimum(C, more * fresh.D)).toEqual({ ...fresh, epochs: 1 });
    }), { numRuns: 1000 });
  });
  test("short of data takes fewer parameters and more tokens than the plain one", () => {
    fc.assert(fc.property(compute, fc.double({ min: 0.01, max: 0.95, noNaN: true }), (C, share) => {
      const fresh = optimum(plainLaw(), C);
      const scarce = constrainedOptimum(C, share * fresh.D);
      expect(scarce.N).toBeLessThan(fresh.N);
      expect(scarce.epochs).toBeGreaterThan(1 / share);
      expect(scarce.loss).toBeGreaterThan(fresh.loss);
    }), { numRuns: 1000 });
  });
  test("has its dimensions: with U tokens, and A and B in theirs, N is in parameters", () => {
    const { alpha, beta } = c4;
    const inputs = { A: [521, { parameter: alpha }], B: [1488, { token: beta }], U: [25e9, { token: 1 }], C: [9.3e21, { parameter: 1, token: 1 }] } as const;
    const run = (x: Record<keyof typeof inputs, number>) => constrainedOptimum(x.C, x.U, { ...c4, lnA: Math.log(x.A), lnB: Math.log(x.B) });
    expectDimensions((x) => run(x).N, inputs, { parameter: 1 });
    expectDimensions((x) => run(x).epochs, inputs, {});
    expectDimensions((x) => run(x).loss, inputs, {});
  });
  test("no compute, no data", () => {
    expect(() => constrainedOptimum(0, 1e9)).toThrow("compute must be positive: 0");
    expect(() => constrainedOptimum(1e20, 0)).toThrow("unique tokens must be positive: 0");
    expect(() => constrainedLoss(-1, 1e9, 1e9)).toThrow("parameters must be positive: -1");
  });
});
