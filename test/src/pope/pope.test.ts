import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chips } from "../../../src/hardware/chips.ts";
import { minimize } from "../../../src/numbers.ts";
import { servingMfu } from "../../../src/pope/mfu.ts";
import { palm540b, palm540bMultihead } from "../../../src/pope/palm.ts";
import { gatherFrom, weightGathered, weightGatheredBest, weightStationary, weightStationary1D, weightStationary2D } from "../../../src/pope/partitioning.ts";
import { kvBytesPerToken } from "../../../src/serving/memory.ts";
import { projectionParameters } from "../../../src/transformer/attention.ts";
import { parameters } from "../../../src/transformer/parameters.ts";
import { expectDimensions } from "../dimensions.ts";
import { relativeError } from "../relative.ts";

const some = (from: number, to: number) => fc.double({ min: from, max: to, noNaN: true }).map((u) => 10 ** u);
const layers = fc.record({ tokens: some(0, 6), width: some(2, 5), mlpWidth: some(2, 6), chips: some(0, 4) });
const runs = { numRuns: 1000 };

describe("Pope's partitionings of a feed-forward layer", () => {
  test("at the best split, weight-stationary in two dimensions sends 4BL√(EF/n), the least that a search over splits finds", () => {
    fc.assert(fc.property(layers, (layer) => {
      expect(relativeError(minimize((X) => weightStationary(layer, X), 1e-6, 1e8).value, weightStationary2D(layer))).toBeLessThan(1e-9);
    }), { numRuns: 100 });
  });
  test("with F = 4E it is the printed 8BLE/√n, at X = √n/2", () => {
    fc.assert(fc.property(layers, ({ tokens, width, chips }) => {
      const layer = { tokens, width, mlpWidth: 4 * width, chips };
      expect(relativeError(weightStationary2D(layer), (8 * tokens * width) / Math.sqrt(chips))).toBeLessThan(1e-12);
      expect(relativeError(weightStationary(layer, Math.sqrt(chips) / 2), weightStationary2D(layer))).toBeLessThan(1e-12);
    }), runs);
  });
  test("weight-gathered sends the printed 4E√(BLF)/√n at N = √(BLn/F), the least that a search over N finds", () => {
    fc.assert(fc.property(layers, (layer) => {
      const { tokens, mlpWidth, chips } = layer;
      expect(relativeError(weightGathered(layer, Math.sqrt((tokens * chips) / mlpWidth)), weightGatheredBest(layer))).toBeLessThan(1e-12);
    }), runs);
    fc.assert(fc.property(layers, (layer) => {
      expect(relativeError(minimize((N) => weightGathered(layer, N), 1e-6, 1e8).value, weightGatheredBest(layer))).toBeLessThan(1e-9);
    }), { numRuns: 100 });
  });
  test("one dimension does not shrink with chips; two do, and win from 16 chips on where F = 4E", () => {
    const layer = { tokens: 512, width: 16_384, mlpWidth: 4 * 16_384 };
    expect(relativeError(weightStationary2D({ ...layer, chips: 16 }), weightStationary1D(layer))).toBeLessThan(1e-12);
    expect(weightStationary2D({ ...layer, chips: 64 })).toBe(weightStationary1D(layer) / 2);
    expect(weightStationary1D(layer)).toBe(2 * 512 * 16_384);
  });
  test("moving the weights is cheaper from BL = E tokens in flight on, which a prefill has and a decode has not", () => {
    fc.assert(fc.property(layers, (layer) => {
      const cheaper = weightGatheredBest(layer) < weightStationary2D(layer);
      if (relativeError(layer.tokens, gatherFrom(layer)) > 1e-9) expect(cheaper).toBe(layer.tokens > gatherFrom(layer));
    }), runs);
  });
  test("more tokens cost more, more chips less", () => {
    fc.assert(fc.property(layers, (layer) => {
      for (const law of [weightStationary2D, weightGatheredBest]) {
        expect(law({ ...layer, tokens: 1.01 * layer.tokens })).toBeGreaterThan(law(layer));
        expect(law({ ...layer, chips: 1.01 * layer.chips })).toBeLessThan(law(layer));
      }
    }), runs);
  });
  test("a layer has tokens", () => {
    expect(() => weightStationary1D({ tokens: 0, width: 1 })).toThrow("tokens must be positive: 0");
  });
});

describe("PaLM 540B as Pope serves it", () => {
  const peak = chips.tpu_v4.bf16;
  test("its matrices have the 540.35 billion parameters that are printed for it", () => {
    expect((parameters(palm540b).matmul / 1e9).toFixed(2)).toBe("540.35");
  });
  test("beside them it has 2.19 million gains, one vector a layer, as attention and MLP run side by side, and one at the end, and no table of positions", () => {
    const { total, matmul, positions } = parameters(palm540b);
    expect([total - matmul, positions].map((x) => (x / 1e6).toFixed(2))).toEqual(["2.19", "0.00"]);
  });
  test("the multihead variant has attention weights as many as the query and output weights of the original: 2.1 % fewer", () => {
    const { width, heads, headSize } = palm540b;
    expect(projectionParameters(palm540bMultihead)).toBe(2 * width * heads * headSize);
    expect((projectionParameters(palm540b) / projectionParameters(palm540bMultihead)).toFixed(3)).toBe("1.021");
  });
  test("with it, 512 sequences of two thousand tokens have 3.04e12 bytes of keys and values, printed 3 TB and three times the weights; heads twice as large would have 6.1", () => {
    const cache = 2 ** 20 * kvBytesPerToken(palm540bMultihead);
    expect([cache, 2 * cache].map((x) => (x / 1e12).toFixed(2))).toEqual(["3.04", "6.08"]);
    expect((cache / (2 * 540e9)).toFixed(1)).toBe("2.8");
    expect(cache / (2 ** 20 * kvBytesPerToken(palm540b))).toBe(24);
  });
  test("its four times on 64 TPU v4 are the printed 43, 14, 76 and 33 % of peak, the last rounded down", () => {
    const percent = (tokens: number, seconds: number) => 100 * servingMfu(540e9, tokens, seconds, 64, peak);
    const four = [percent(2048, 0.29), percent(64 * 64, 1.82), percent(512 * 2048, 85.2), percent(512 * 64, 6.0)];
    expect(four.map((x) => x.toFixed(1))).toEqual(["43.3", "13.8", "75.5", "33.5"]);
    [43, 14, 76, 33].forEach((printed, i) => expect(Math.abs(four[i]! - printed)).toBeLessThan(0.52));
  });
  test("1.82 s for 64 tokens are 28.4 ms a token, where the abstract has 29", () => {
    expect(((1000 * 1.82) / 64).toFixed(1)).toBe("28.4");
    expect(((1000 * 1.82) / 64).toFixed(0)).not.toBe("29");
  });
  test("its dimension is that of a pure number: 2N FLOP a token over FLOP a second", () => {
    expectDimensions(({ N, tokens, seconds, peak }) => servingMfu(N, tokens, seconds, 64, peak), { N: [540e9, { FLOP: 1, token: -1 }], tokens: [2048, { token: 1 }], seconds: [0.29, { second: 1 }], peak: [peak, { FLOP: 1, second: -1 }] }, {});
  });
});
