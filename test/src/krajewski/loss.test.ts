import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { atGranularity, denseLaw, granularLoss } from "../../../src/krajewski/loss.ts";
import { routingShare, totalParameters, trainingFlops, width } from "../../../src/krajewski/size.ts";
import { dense, moe64 } from "../../../src/krajewski/tables.ts";
import { loss } from "../../../src/parametric/loss.ts";
import { sixND } from "../../../src/transformer/six-n-d.ts";
import { expectDimensions } from "../dimensions.ts";
import { localExponent, relativeError } from "../relative.ts";
import { table2 } from "./table-2.ts";

const sizes = fc.double({ min: 6, max: 13, noNaN: true }).map((u) => 10 ** u);
const granularities = fc.double({ min: 0, max: 8, noNaN: true }).map((u) => 2 ** u);

describe("Krajewski's law of fine-grained experts", () => {
  test("with N = 43 N_act, Table 2's losses come out 0.7 to 0.9 % lower than printed, at every row", () => {
    const computed = table2.map(({ active, D, G }) => granularLoss(totalParameters(active), D, G));
    computed.forEach((L, i) => {
      expect(L / table2[i]!.loss - 1).toBeGreaterThan(-0.0087);
      expect(L / table2[i]!.loss - 1).toBeLessThan(-0.0072);
    });
    expect(computed.map((L) => L.toFixed(3))).toEqual(["3.110", "2.471", "2.226", "2.060", "1.680", "1.490", "1.356"]);
  });
  test("with N = 64 N_act they would be 2.4 to 2.9 % lower: '64 × 1B' is not 64e9 parameters", () => {
    table2.forEach(({ active, D, G, loss: printed }) => {
      expect(granularLoss(64 * active, D, G) / printed - 1).toBeLessThan(-0.024);
      expect(granularLoss(64 * active, D, G) / printed - 1).toBeGreaterThan(-0.029);
    });
  });
  test("the offset is within rounding: constants rounded half a digit the other way give back the printed loss", () => {
    const upper = { ...moe64, a: 18.15, alpha: 0.1145, b: 30.85, beta: 0.1465, g: 2.15, gamma: 0.575, c: 0.475 };
    table2.forEach(({ active, D, G, loss: printed }) => expect(granularLoss(totalParameters(active), D, G, upper)).toBeGreaterThan(printed));
  });
  test("the loss of endless granularity at 25e6 and 49e6 active parameters, 16e9 and 33e9 tokens: 3.12, 3.02, 3.03, 2.88 in Figure 7, within 0.05", () => {
    const printed = [[512 ** 2 * 8, 16e9, 3.12], [640 ** 2 * 10, 16e9, 3.02], [512 ** 2 * 8, 33e9, 3.03], [640 ** 2 * 10, 33e9, 2.88]] as const;
    for (const [blocks, D, h] of printed) expect(Math.abs(granularLoss(totalParameters(12 * blocks), D, Infinity) - h)).toBeLessThan(0.05);
  });
  test("G multiplies experts and divides their width: the more, the lower the loss, and a part a/(a + g) of the size term remains", () => {
    fc.assert(fc.property(sizes, granularities, (D, G) => {
      expect(granularLoss(1e9, D, 2 * G)).toBeLessThan(granularLoss(1e9, D, G));
      const termOf = (granularity: number) => atGranularity(granularity).A;
      expect(relativeError(termOf(Infinity) / termOf(1), 18.1 / 20.2)).toBeLessThan(1e-12);
    }), { numRuns: 1000 });
  });
  test("more parameters and more tokens lower it, down to 0.47 nats", () => {
    fc.assert(fc.property(sizes, sizes, granularities, (N, D, G) => {
      expect(granularLoss(2 * N, D, G)).toBeLessThan(granularLoss(N, D, G));
      expect(granularLoss(N, 2 * D, G)).toBeLessThan(granularLoss(N, D, G));
    }), { numRuns: 1000 });
    expect(granularLoss(Infinity, Infinity, 8)).toBe(0.47);
    expect(loss(denseLaw(), Infinity, Infinity)).toBe(0.47);
  });
  test("the data terms are 30.8 D^−0.147 and 26.7 D^−0.127, as Section 5.5 writes them: the experts' is smaller from 1,260 tokens on", () => {
    const terms = (D: number) => [granularLoss(Infinity, D, 1) - 0.47, loss(denseLaw(), Infinity, D) - 0.47] as const;
    fc.assert(fc.property(sizes, (D) => {
      expect(relativeError(terms(D)[0], 30.8 * D ** -0.147)).toBeLessThan(1e-12);
      expect(relativeError(terms(D)[1], 26.7 * D ** -0.127)).toBeLessThan(1e-12);
    }), { numRuns: 1000 });
    expect(Math.sign(terms(1250)[0] - terms(1250)[1])).toBe(1);
    expect(Math.sign(terms(1270)[0] - terms(1270)[1])).toBe(-1);
  });
  test("the exponents of N are 0.115 for experts and 0.126 for dense models: at unlimited data dense wins beyond 9e12 active parameters", () => {
    const excess = (active: number) => granularLoss(totalParameters(active), Infinity, 1e9) - loss(denseLaw(), active, Infinity);
    expect(localExponent((N) => loss(denseLaw(), N, Infinity) - 0.47, 1e9).toFixed(6)).toBe("-0.126000");
    expect([8e12, 1e13].map((active) => Math.sign(excess(active)))).toEqual([-1, 1]);
  });
  test("dimensions", () => {
    const { alpha, beta, gamma } = moe64;
    expectDimensions(
      ({ N, D, a, g, b }) => granularLoss(N, D, 8, { ...moe64, a, g, b, alpha, beta, gamma }),
      { N: [4e10, { parameter: 1 }], D: [3e10, { token: 1 }], a: [18.1, { parameter: alpha }], g: [2.1, { parameter: alpha }], b: [30.8, { token: beta }] }, {},
    );
    expectDimensions(({ D }) => trainingFlops(1e9, D, 8), { D: [3e10, { token: 1 }] }, { token: 1 });
  });
  test("sizes are above zero", () => {
    expect(() => granularLoss(0, 1e9, 1)).toThrow("parameters must be positive: 0");
    expect(() => granularLoss(1e9, 1e9, 0)).toThrow("granularity must be positive: 0");
    expect(() => totalParameters(-1)).toThrow("active parameters must be positive: -1");
    expect(() => trainingFlops(1e9, 0, 1)).toThrow("tokens must be positive: 0");
  });
});

describe("what fine-grained experts cost", () => {
  test("64 times the feed-forward parameters is 43 times the active ones, and one expert as many", () => {
    expect(totalParameters(1)).toBe(43);
    expect(totalParameters(1, 1)).toBe(1);
    const [d, n] = [512, 8];
    expect(relativeError(totalParameters(12 * d ** 2 * n, 16), d ** 2 * (8 * 16 + 4) * n)).toBeLessThan(1e-15);
  });
  test("d = 64n makes 12d²n active parameters", () => {
    fc.assert(fc.property(sizes, (active) => {
      const d = width(active);
      expect(relativeError((12 * d ** 2 * d) / 64, active)).toBeLessThan(1e-13);
    }), { numRuns: 1000 });
    expect(relativeError(width(84934656), 768)).toBeLessThan(1e-13);
  });
  test("FLOP of the seven rows of Table 2 within 0.5 %", () => {
    for (const { active, D, G, C } of table2) expect(relativeError(trainingFlops(active, D, G), C)).toBeLessThan(0.005);
  });
  test("they are (12·6·d² + 14·dEG)·D·n, and without a router 6·N_act·D", () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 400 }), sizes, granularities, (n, D, G) => {
      const d = 64 * n;
      expect(relativeError(trainingFlops(12 * d ** 2 * n, D, G), (12 * 6 * d ** 2 + 14 * d * 64 * G) * D * n)).toBeLessThan(1e-12);
      expect(relativeError(trainingFlops(12 * d ** 2 * n, D, G, 0), sixND(12 * d ** 2 * n, D))).toBeLessThan(1e-12);
    }), { numRuns: 1000 });
  });
  test("routing takes a smaller part of a wider model: 12 % of 64 × 100M at G = 8, 5 % of 64 × 1T at G = 64", () => {
    expect([routingShare(1e8, 8), routingShare(1e12, 64)].map((share) => share.toFixed(3))).toEqual(["0.123", "0.046"]);
  });
  test("dense constants are those of a parametric law", () => {
    expect(denseLaw()).toEqual({ E: dense.c, A: dense.a, B: dense.b, alpha: dense.alpha, beta: dense.beta });
  });
});
