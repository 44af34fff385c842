import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { effectiveParameters } from "../../../src/clark/effective-parameters.ts";
import { tokenHunger, withMultiplier } from "../../../src/clark/token-hunger.ts";
import { loss } from "../../../src/parametric/loss.ts";
import { optimum } from "../../../src/parametric/optimum.ts";
import { relativeError } from "../relative.ts";

const hoffmann = { E: 1.69, A: 406.4, B: 410.7, alpha: 0.34, beta: 0.28 };

describe("why experts make a model hungry for tokens", () => {
  test("if experts make N active parameters do the work of mN, the loss is that of mN dense ones", () => {
    fc.assert(fc.property(fc.double({ min: 1, max: 20, noNaN: true }), (m) => {
      expect(relativeError(loss(withMultiplier(hoffmann, m), 1e9, 1e11), loss(hoffmann, m * 1e9, 1e11))).toBeLessThan(1e-12);
    }), { numRuns: 1000 });
  });
  test("the optimum of a budget then has m^(α/(α+β)) times the tokens and as many times fewer active parameters", () => {
    fc.assert(fc.property(fc.double({ min: 1, max: 20, noNaN: true }), (m) => {
      const [routed, plain] = [optimum(withMultiplier(hoffmann, m), 1e22), optimum(hoffmann, 1e22)];
      expect(relativeError(routed.D / plain.D, tokenHunger(m, hoffmann))).toBeLessThan(1e-12);
      expect(relativeError(plain.N / routed.N, tokenHunger(m, hoffmann))).toBeLessThan(1e-12);
    }), { numRuns: 1000 });
  });
  test("with Hoffmann's exponents 1.46, 2.14 and 3.13 times the tokens for 2, 4 and 8 times the parameters; with equal exponents the square root", () => {
    expect([2, 4, 8].map((m) => tokenHunger(m, hoffmann).toFixed(2))).toEqual(["1.46", "2.14", "3.13"]);
    expect(relativeError(tokenHunger(4, { alpha: 0.35, beta: 0.35 }), 2)).toBeLessThan(1e-13);
    expect(tokenHunger(1, hoffmann)).toBe(1);
  });
  test("Clark's 64 experts multiply 1.3 billion parameters by 3, hence 1.8 times the tokens", () => {
    const m = effectiveParameters(1.31e9, 64) / 1.31e9;
    expect(m.toFixed(1)).toBe("3.0");
    expect(tokenHunger(m, hoffmann).toFixed(1)).toBe("1.8");
  });
  test("a multiplier is above zero", () => {
    expect(() => tokenHunger(0, hoffmann)).toThrow("multiplier must be positive: 0");
  });
});
