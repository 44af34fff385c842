import { describe, expect, test } from "vitest";
import { computeOfBestSize, constants, fittedExponent, localExponent, wholeSize } from "../../../src/pearce/non-embedding-frontier.ts";
import { minimize } from "../../../src/numbers.ts";
import { tokensFor } from "../../../src/transformer/six-n-d.ts";
import { relativeError } from "../relative.ts";

const sets = [["Hoffmann", constants.hoffmann], ["Besiroglu", constants.besiroglu]] as const;

describe.each(sets)("the frontier without embeddings, with the constants of %s", (_, loss) => {
  test("is the numerical minimum over N of A/N_T^α + B/D^β with D = C/6N", () => {
    for (const N of [768, 1e6, 1e9]) {
      const C = computeOfBestSize(N, loss);
      const best = minimize((n) => loss.A / wholeSize(n) ** loss.alpha + loss.B / tokensFor(C, n) ** loss.beta, N / 100, N * 100);
      expect(relativeError(best.x, N)).toBeLessThan(1e-5);
    }
  });
  test("has the local exponent of its own slope", () => {
    for (const N of [768, 1e6, 1e9]) {
      const slope = Math.log(1.0001 ** 2) / Math.log(computeOfBestSize(N * 1.0001, loss) / computeOfBestSize(N / 1.0001, loss));
      expect(relativeError(slope, localExponent(N, loss))).toBeLessThan(1e-6);
    }
  });
  test("has the exponents β/(α/3+β) and β/(α+β) for its limits", () => {
    const { alpha, beta } = loss;
    expect(relativeError(localExponent(1e-6, loss), beta / (alpha / 3 + beta))).toBeLessThan(1e-4);
    expect(relativeError(localExponent(1e18, loss), beta / (alpha + beta))).toBeLessThan(1e-4);
  });
});

describe("the exponent that a study of small models would fit", () => {
  test("is the 0.74 and the 0.78 that Pearce & Song print", () => {
    expect(sets.map(([, loss]) => fittedExponent(loss).toFixed(2))).toEqual(["0.74", "0.78"]);
  });
  test("falls to the true one when the models are large", () => {
    for (const [, loss] of sets) expect(fittedExponent(loss, 1e26, 1e30) - loss.beta / (loss.alpha + loss.beta)).toSatisfy((x: number) => x > 0 && x < 0.01);
  });
});
