import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { requiredMfu } from "../../../src/hardware/budget.ts";
import { chips } from "../../../src/hardware/chips.ts";
import { prefillChips, prefillMfu, type Served, slack, turnFlops, turnTime, webAgent } from "../../../src/serving/action.ts";
import { chipsForTraffic, trafficOf } from "../../../src/serving/fleet.ts";
import { attentionBytes } from "../../../src/serving/fused-attention.ts";
import { chipsToHold, kvBytesPerToken } from "../../../src/serving/memory.ts";
import { interconnect, linkIntensity, modelParallelLimit } from "../../../src/serving/model-parallel.ts";
import { attentionFlops, chipsToCompute, equalAttention, largestModel, prefillFlops, prefillSeconds } from "../../../src/serving/prefill.ts";
import { sliceOf, smallestSlice } from "../../../src/serving/slice.ts";
import { secondsToFill, streamedTokens } from "../../../src/multimodal/streaming.ts";
import { scoreFlops } from "../../../src/transformer/attention.ts";
import { models } from "../../../src/transformer/models.ts";
import { parameters } from "../../../src/transformer/parameters.ts";
import { expectDimensions } from "../dimensions.ts";
import { relativeError } from "../relative.ts";

const v5e = chips.tpu_v5e;
const peak = v5e.bf16;
const one = { chips: 1, peak };
const [big, small] = [models.llama3_70b, models.llama3_8b];
const fixed = (digits: number) => (x: number) => x.toFixed(digits);
const runs = { numRuns: 1000 };
const amount = (from: number, to: number) => fc.double({ min: from, max: to, noNaN: true }).map((u) => 10 ** u);

describe("the talk's 5.7 seconds", () => {
  const oneChip = (2 * 70e9 * 8000) / 197e12;
  test("8k tokens through 70B on one v5e are 2·70e9·8000/197e12 = 5.685 s, at an MFU of 1 and without attention", () => {
    expect(prefillSeconds(turnFlops({ N: 70e9 }), one)).toBe(oneChip);
    expect(oneChip.toFixed(3)).toBe("5.685");
  });
  test("8,192 tokens are 5.82 s, which is not 5.7; nor is it with the 70.55e9 parameters there are; without embeddings it is", () => {
    const { total, nonEmbedding } = parameters(big);
    const seconds = ([[70e9, 8192], [total, 8000], [total, 8192], [nonEmbedding, 8192]] as const).map(([N, T]) => prefillSeconds(prefillFlops(N, T).total, one));
    expect(seconds.map(fixed(2))).toEqual(["5.82", "5.73", "5.87", "5.69"]);
  });
  test("128,000 tokens on 16 chips take as long", () => {
    expect(relativeError(prefillSeconds(prefillFlops(70e9, 128e3).total, { chips: 16, peak }), oneChip)).toBeLessThan(1e-12);
  });
  test("within half a second they need 11.4 chips, so 4×4, where they take .355 s; 8 chips take .711", () => {
    const needed = prefillChips({ N: 70e9 }, peak);
    expect(needed.toFixed(2)).toBe("11.37");
    expect(smallestSlice(needed)).toBe(16);
    expect(turnFlops({ N: 70e9 })).toBe(2 * 70e9 * 8000);
    expect([8, 16].map((n) => (oneChip / n).toFixed(3))).toEqual(["0.711", "0.355"]);
  });
  test("4×4 is also the smallest slice for the bf16 weights, and has room for a cache of 131,072: 184 of 256 GB", () => {
    const cache = webAgent.context * kvBytesPerToken(big);
    expect([chipsToHold(140e9, v5e), smallestSlice(chipsToHold(140e9, v5e))]).toEqual([8.75, 16]);
    expect([cache, 2 * parameters(big).total + cache].map((x) => (x / 1e9).toFixed(1))).toEqual(["42.9", "184.1"]);
    expect(smallestSlice(chipsToHold(2 * parameters(big).total + cache, v5e))).toBe(16);
  });
  test("it needs an MFU of 71 %, 73 for 8,192 tokens; at the book's 40 it takes .89 s on 4×4 and .444 on 4×8", () => {
    const needed = (T: number) => 100 * requiredMfu(prefillFlops(70e9, T).total, { chips: 16, seconds: webAgent.prefillLimit, peak });
    expect([needed(8000), needed(8192)].map(fixed(0))).toEqual(["71", "73"]);
    expect(relativeError(100 * prefillMfu({ N: 70e9 }, 16, peak), needed(8000))).toBeLessThan(1e-12);
    expect([16, 32].map((n) => prefillSeconds(prefillFlops(70e9, 8000).total, { chips: n, peak }, 0.4).toFixed(3))).toEqual(["0.888", "0.444"]);
  });
  test("in int8 arithmetic, twice as fast, it is 2.84 s on one chip and 8 chips do", () => {
    const flops = prefillFlops(70e9, 8000).total;
    expect(prefillSeconds(flops, { chips: 1, peak: 2 * peak }).toFixed(2)).toBe("2.84");
    expect(smallestSlice(chipsToCompute(flops, 0.5, 2 * peak))).toBe(8);
  });
  test("the 4×4 hangs on the half second: within .75 s 7.6 chips do, so 8", () => {
    const needed = chipsToCompute(prefillFlops(70e9, 8000).total, webAgent.limit - webAgent.overhead, peak);
    expect([needed.toFixed(1), smallestSlice(needed)]).toEqual(["7.6", 8]);
  });
  test("with it the largest dense models are 6.2B on 1 chip, 24.6 on 4, 49 on 8 and 98.5 on 16; at 40 % 2.5, 9.9, 19.7 and 39.4", () => {
    const largest = (mfu: number) => [1, 4, 8, 16].map((n) => largestModel(webAgent.prefillLimit, webAgent.fresh, { chips: n, peak }, mfu) / 1e9);
    [6.2, 24.6, 49.2, 98.5].forEach((B, i) => expect(Math.abs(largest(1)[i]! - B)).toBeLessThan(0.0501));
    [2.5, 9.9, 19.7, 39.4].forEach((B, i) => expect(Math.abs(largest(0.4)[i]! - B)).toBeLessThan(0.0501));
  });
  test("the largest model takes exactly the time it may take", () => {
    fc.assert(fc.property(amount(-2, 2), amount(1, 6), fc.integer({ min: 1, max: 256 }), fc.double({ min: 0.01, max: 1, noNaN: true }), (seconds, tokens, n, mfu) => {
      const slice = { chips: n, peak };
      const N = largestModel(seconds, tokens, slice, mfu);
      expect(relativeError(prefillSeconds(prefillFlops(N, tokens).total, slice, mfu), seconds)).toBeLessThan(1e-12);
      expect(relativeError(chipsToCompute(prefillFlops(N, tokens).total, seconds, peak, mfu), n)).toBeLessThan(1e-12);
    }), runs);
  });
});

describe("attention over the cache", () => {
  const { weights, attention, total } = prefillFlops(70e9, webAgent.fresh, { heads: big, cached: webAgent.cached });
  test("8,000 tokens behind 120,000 cost 2.60e15 FLOP in it and 1.12e15 by the weights: 2.32 times", () => {
    expect([attention, weights].map((x) => x.toPrecision(3))).toEqual(["2.60e+15", "1.12e+15"]);
    expect((attention / weights).toFixed(2)).toBe("2.32");
    expect(attention).toBe(4 * 8000 * (128_000 - 4000) * 64 * 128 * 80);
  });
  test("with it one chip takes 18.9 s, 4×4 1.18 s, and half a second needs 37.8 chips, so 64", () => {
    expect([1, 16].map((n) => prefillSeconds(total, { chips: n, peak }).toPrecision(3))).toEqual(["18.9", "1.18"]);
    const needed = prefillChips({ N: 70e9, heads: big }, peak);
    expect(relativeError(needed, (2 * 70e9 * 8000 + 4 * 8000 * 124_000 * 64 * 128 * 80) / (0.5 * 197e12))).toBeLessThan(1e-12);
    expect([needed.toFixed(1), smallestSlice(needed)]).toEqual(["37.8", 64]);
  });
  test("it is the causal scores of the layers, counted elsewhere by their matmuls", () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 1e5 }), fc.integer({ min: 0, max: 1e6 }), (tokens, cached) => {
      expect(relativeError(attentionFlops(big, tokens, cached), big.layers * scoreFlops(big, tokens, cached + tokens, "causal", "forward"))).toBeLessThan(1e-12);
    }), runs);
  });
  test("without a cache it vanishes beside the weights as the prompt gets short: T → 0 leaves 2NT", () => {
    for (const tokens of [100, 10, 1]) {
      const { attention, weights, total } = prefillFlops(70e9, tokens, { heads: big, cached: 0 });
      expect(attention / weights).toBeLessThan(1e-5 * tokens);
      expect(relativeError(total, prefillFlops(70e9, tokens).total)).toBeLessThan(1e-5 * tokens);
    }
  });
  test("it costs a token as much as the weights of the layers from 52,224 keys on", () => {
    const layers = 80 * (3 * 8192 * 28_672 + 8192 * (2 * 64 + 2 * 8) * 128);
    expect(equalAttention(layers, big)).toBe(52_224);
    expect(relativeError(4 * 52_224 * 64 * 128 * 80, 2 * layers)).toBeLessThan(1e-12);
  });
  test("more tokens, a longer cache: more FLOP", () => {
    fc.assert(fc.property(amount(0, 5), amount(0, 6), (tokens, cached) => {
      const flops = (T: number, S: number) => prefillFlops(8e9, T, { heads: small, cached: S }).total;
      expect(flops(1.01 * tokens, cached)).toBeGreaterThan(flops(tokens, cached));
      expect(flops(tokens, 1.01 * cached)).toBeGreaterThan(flops(tokens, cached));
    }), runs);
  });
  test("FLOP over FLOP per second are seconds", () => {
    expectDimensions(({ N, tokens, peak }) => prefillSeconds(prefillFlops(N, tokens).total, { chips: 16, peak }, 0.4), { N: [70e9, { FLOP: 1, token: -1 }], tokens: [8000, { token: 1 }], peak: [peak, { FLOP: 1, second: -1 }] }, { second: 1 });
    expectDimensions(({ seconds, tokens, peak }) => largestModel(seconds, tokens, { chips: 16, peak }), { seconds: [0.5, { second: 1 }], tokens: [8000, { token: 1 }], peak: [peak, { parameter: 1, token: 1, second: -1 }] }, { parameter: 1 });
  });
  test("an MFU is at most one", () => {
    expect(() => prefillSeconds(1e15, one, 1.1)).toThrow("mfu must be above 0 and at most 1: 1.1");
    expect(() => attentionFlops(big, 8000, -1)).toThrow("cached tokens must not be negative: -1");
  });
});

describe("the decode of the web agent", () => {
  test("is 128 times the bytes of weights and cache over the bandwidth, and what it leaves of the second is the slack", () => {
    const model: Served = { N: 70e9, weightBytes: 140e9, kvBytesPerToken: kvBytesPerToken(big) };
    const [prefill, decode] = [(2 * 70e9 * 8000) / (64 * 197e12), (128 * (140e9 + 131_072 * 327_680)) / (64 * 819e9)];
    expect(relativeError(turnTime(model, sliceOf(v5e, 64)).decode, decode)).toBeLessThan(1e-12);
    expect(relativeError(slack(model, sliceOf(v5e, 64)), 1 - 0.25 - prefill - decode)).toBeLessThan(1e-9);
  });
});

describe("how far a model can be split", () => {
  test("a v5e's link wants 2189 FLOP a byte: 13.1 chips an axis for 28,672, 26 over two axes; 13 without wrap-around, less than 4×4", () => {
    const intensity = linkIntensity(v5e, interconnect.tpu_v5e);
    expect(intensity.toFixed(0)).toBe("2189");
    expect([modelParallelLimit(big.mlpWidth, 1, intensity), modelParallelLimit(big.mlpWidth, 2, intensity), modelParallelLimit(big.mlpWidth, 2, intensity, false)].map(fixed(1))).toEqual(["13.1", "26.2", "13.1"]);
  });
  test("the book divides by 2550, which is a v5p's, and has 22 over two axes", () => {
    const v5p = linkIntensity(chips.tpu_v5p, interconnect.tpu_v5p);
    expect(v5p).toBe(2550);
    expect(Math.floor(modelParallelLimit(big.mlpWidth, 2, v5p))).toBe(22);
  });
  test("it is a number: hidden width in FLOP a byte", () => {
    expectDimensions(({ peak, W }) => linkIntensity({ bf16: peak }, { bothWays: W }), { peak: [peak, { FLOP: 1, second: -1 }], W: [9e10, { byte: 1, second: -1 }] }, { FLOP: 1, byte: -1 });
    fc.assert(fc.property(amount(2, 6), amount(2, 4), (F, C) => {
      expect(modelParallelLimit(1.01 * F, 2, C)).toBeGreaterThan(modelParallelLimit(F, 2, C));
      expect(modelParallelLimit(F, 2, 1.01 * C)).toBeLessThan(modelParallelLimit(F, 2, C));
    }), runs);
  });
});

describe("streams and traffic", () => {
  test("a second of Gemini's video is 290 tokens: 206 ms of a v5e for 70B, 12.9 on sixteen; 131,072 are full after 7.5 minutes", () => {
    expect(streamedTokens()).toBe(290);
    expect([1, 16].map((n) => (1000 * prefillSeconds(prefillFlops(70e9, streamedTokens()).total, { chips: n, peak })).toPrecision(3))).toEqual(["206", "12.9"]);
    expect((secondsToFill(131_072) / 60).toFixed(1)).toBe("7.5");
  });
  test("frames and sound count apart", () => {
    expect(streamedTokens({ tokensPerFrame: 100, framesPerSecond: 1, audioTokensPerSecond: 0 })).toBe(100);
    expect(streamedTokens({ tokensPerFrame: 100, framesPerSecond: 2, audioTokensPerSecond: 25 })).toBe(225);
  });
  test("1e12 tokens a day keep 2,350 v5e busy with 8B at 40 %, 20,560 with 70B", () => {
    expect([8e9, 70e9].map((N) => Math.round(chipsForTraffic(N, 1e12, peak) / 10) * 10)).toEqual([2350, 20_560]);
  });
  test("chips and traffic are each other's inverse", () => {
    fc.assert(fc.property(amount(6, 12), amount(3, 15), fc.double({ min: 0.01, max: 1, noNaN: true }), (N, tokens, mfu) => {
      expect(relativeError(trafficOf(N, chipsForTraffic(N, tokens, peak, mfu), peak, mfu), tokens)).toBeLessThan(1e-12);
    }), runs);
    expectDimensions(({ N, tokens, peak }) => chipsForTraffic(N, tokens, peak), { N: [8e9, { FLOP: 1, token: -1 }], tokens: [1e12, { token: 1 }], peak: [peak, { FLOP: 1 }] }, {});
  });
});

describe("the bytes that a fused kernel does not move", () => {
  test("a layer of 70B at 8,192 tokens: 8.59 GB of scores a pass against .30 of Q, K, V and O, 28 times", () => {
    const { scores, operands } = attentionBytes(big, 8192);
    expect([scores / 1e9, operands / 1e9].map(fixed(2))).toEqual(["8.59", "0.30"]);
    expect((scores / operands).toFixed(0)).toBe("28");
    expect(scores).toBe(64 * 8192 ** 2 * 2);
  });
  test("scores grow with the square of the tokens, operands with the tokens, and are the fewer from some hundred tokens on", () => {
    fc.assert(fc.property(amount(1, 6), (T) => {
      const [a, b] = [attentionBytes(big, T), attentionBytes(big, 2 * T)];
      expect(relativeError(b.scores, 4 * a.scores)).toBeLessThan(1e-12);
      expect(relativeError(b.operands, 2 * a.operands)).toBeLessThan(1e-12);
      expect(a.scores > a.operands).toBe(T > 2 * (1 + 8 / 64) * 128);
    }), runs);
  });
});
