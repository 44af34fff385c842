import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { crossover } from "../../../src/transformer/crossover.ts";
import { flops, flopsPerToken } from "../../../src/transformer/flops.ts";
import { mixtureIds, mixtures } from "../../../src/transformer/mixtures.ts";
import { models } from "../../../src/transformer/models.ts";
import { predictionModule } from "../../../src/transformer/multi-token-prediction.ts";
import { parameters } from "../../../src/transformer/parameters.ts";
import type { Shape } from "../../../src/transformer/shape.ts";
import { sixND } from "../../../src/transformer/six-n-d.ts";
import { relativeError } from "../relative.ts";
import { anyMixture, anyShape } from "./shapes.ts";

const { mixtral_8x7b: mixtral, deepseek_v3: v3 } = mixtures;
/** DeepSeek-V2, from memory: its config, and the 236B and 21B of its report. */
const v2: Shape = { ...v3, layers: 60, width: 5120, mlpWidth: 12_288, vocabulary: 102_400, mixture: { layers: 59, experts: 160, active: 6, shared: 2, mlpWidth: 1536, routerBias: false } };
const context = fc.integer({ min: 1, max: 200_000 });
const billions = (x: number) => (x / 1e9).toFixed(2);

describe("a model with experts", () => {
  test("Mixtral 8x7B has the announced 46.7B, of which a token meets 12.9B", () => {
    const { total, active } = parameters(mixtral);
    expect([total / 1e9, active / 1e9].map((x) => x.toFixed(1))).toEqual([mixtral.published / 1e9, mixtral.publishedActive / 1e9].map((x) => x.toFixed(1)));
  });
  test("DeepSeek-V3 has the 671B of its README, with a router bias for each expert of each routed layer", () => {
    expect(parameters(v3).biases).toBe(58 * 256);
    expect((parameters(v3).total / 1e9).toFixed(0)).toBe((v3.published / 1e9).toFixed(0));
  });
  test("a token meets 37.55B of V3 with both tables, 36.63B with the head alone: README_WEIGHTS says 36.7B for the first (M2)", () => {
    const { active, embedding } = parameters(v3);
    expect([billions(active), billions(active - embedding), billions(active - 2 * embedding)]).toEqual(["37.55", "36.63", "35.70"]);
    expect((active / 1e9).toFixed(1)).not.toBe("36.7");
    expect(36.7 - (active - embedding) / 1e9).toSatisfy((x: number) => x > 0.07 && x < 0.08);
  });
  test("V3's module for the token after next has 11.61B of its own, printed 11.5B, and a checkpoint of 684.49B with the tables twice, printed 685B less one (M2)", () => {
    const { unique, shared } = predictionModule(v3);
    expect([unique, parameters(v3).total + unique + shared]).toEqual([11_610_068_224, 684_489_845_504]);
    expect([billions(unique), billions(unique + shared)]).toEqual(["11.61", "13.46"]);
    expect((unique / 1e9).toFixed(1)).not.toBe("11.5");
  });
  test("the latent attention of V2 counts, too: 236B parameters, a token meets 21B", () => {
    expect([parameters(v2).total, parameters(v2).active].map((x) => (x / 1e9).toFixed(0))).toEqual(["236", "21"]);
  });
  test("the module of a model without experts is one more layer, a matrix 2D × D and three norms", () => {
    const { unique, shared } = predictionModule(models.llama2_7b);
    expect(unique).toBe(202_383_360 + 2 * 4096 ** 2 + 3 * 4096);
    expect(shared).toBe(2 * 32_000 * 4096);
  });
  test.each(mixtureIds)("the parts of %s add up to its totals", (id) => {
    const { embedding, positions, attention, relative, mlp, experts, routers, norms, biases, head, total, nonEmbedding } = parameters(mixtures[id]);
    expect(embedding + positions + attention + relative + mlp + experts + routers + norms + biases + head).toBe(total);
    expect(nonEmbedding).toBe(total - embedding - head);
  });
  test("with one expert, always chosen, is the dense model and its routers", () => {
    fc.assert(fc.property(anyShape.filter(({ biases }) => !biases), context, (dense, T) => {
      const shape: Shape = { ...dense, mixture: { layers: dense.layers, experts: 1, active: 1, shared: 0, mlpWidth: dense.mlpWidth, routerBias: false } };
      const routers = dense.layers * dense.width;
      expect(parameters(shape).total).toBe(parameters(dense).total + routers);
      expect(parameters(shape).active).toBe(parameters(shape).total);
      expect(relativeError(flops(shape, 1, T).total, flops(dense, 1, T).total + 6 * T * routers)).toBeLessThan(1e-12);
    }), { numRuns: 1000 });
  });
  test("with no layer of experts is the dense model", () => {
    const none: Shape = { ...models.gpt2_small, mixture: { layers: 0, experts: 8, active: 2, shared: 1, mlpWidth: 999, routerBias: true } };
    expect(parameters(none).total).toBe(models.gpt2_small.published);
    expect(flops(none, 1, 1024, { pass: "forward" }).total).toBe(291_648_307_200);
  });
  test("has no more layers of experts than layers", () => {
    const wrong: Shape = { ...mixtral, mixture: { ...mixtral.mixture, layers: 33 } };
    expect(() => parameters(wrong)).toThrow("layers with experts must not be more than layers: 33 > 32");
  });
});

describe("its FLOP", () => {
  test("are 6 × tokens × weights that multiply a token, and the scores beside: 6ND with active parameters, however many experts there are", () => {
    fc.assert(fc.property(anyMixture, context, (shape, T) => {
      const { total, scores } = flops(shape, 4, T);
      expect(relativeError(total - scores, sixND(parameters(shape).matmul, 4 * T))).toBeLessThan(1e-12);
    }), { numRuns: 1000 });
  });
  test("are those of its einsums: V3's attention, matrix by matrix as it is trained", () => {
    const [B, T, D, N, Q, C, H, R, V] = [2, 4096, 7168, 128, 1536, 512, 128, 64, 128];
    const einsums = [
      ["BTD,DQ->BTQ", B * T * D * Q], ["BTQ,QN(H+R)->BTN(H+R)", B * T * Q * N * (H + R)],
      ["BTD,D(C+R)->BT(C+R)", B * T * D * (C + R)], ["BTC,CN(H+V)->BTN(H+V)", B * T * C * N * (H + V)],
      ["BTNV,NVD->BTD", B * T * N * V * D],
    ] as const;
    const scores = [["BTN(H+R),BSN(H+R)->BNTS", B * T * T * N * (H + R)], ["BNTS,BSNV->BTNV", B * T * T * N * V]] as const;
    const sum = (list: readonly (readonly [string, number])[]) => list.reduce((total, [, products]) => total + 6 * products, 0);
    const counted = flops(v3, B, T);
    expect(relativeError(counted.projections, 61 * sum(einsums))).toBeLessThan(1e-14);
    expect(relativeError(counted.scores, 61 * sum(scores))).toBeLessThan(1e-14);
  });
  test("a token of V3 takes the 250 GFLOP that DeepSeek's paper on its hardware prints, and one of V2 the 155 (from memory), causal at 4,096 tokens", () => {
    const gigaflop = (shape: Shape) => (flopsPerToken(shape, 4096, { mask: "causal" }).total / 1e9).toFixed(0);
    expect([gigaflop(v3), gigaflop(v2)]).toEqual(["250", "155"]);
  });
  test("the same table's 2,448 for Llama 3.1 405B is causal at 2,048 tokens; at 4,096 it would be 2,473", () => {
    const gigaflop = (T: number) => (flopsPerToken(models.llama3_405b, T, { mask: "causal" }).total / 1e9).toFixed(0);
    expect([gigaflop(2048), gigaflop(4096)]).toEqual(["2448", "2473"]);
  });
  test("without low rank or rotation, latent attention with as wide values is the usual with one matrix more", () => {
    const whole: Shape = { ...models.llama2_7b, latent: { queryRank: 0, keyValueRank: 4096, rotatedSize: 0, valueSize: 128 } };
    expect(parameters(whole).attention - parameters(models.llama2_7b).attention).toBe(32 * 4096 ** 2);
    expect(flops(whole, 1, 4096).scores).toBe(flops(models.llama2_7b, 1, 4096).scores);
  });
  test("attention costs as much as the rest where weights that a token meets are as many as the products of its scores, or twice them with a causal mask", () => {
    const weights = 2 * 3 * 4096 * 14_336 + 4096 * 8 + 4096 * (2 * 32 + 2 * 8) * 128;
    expect(relativeError(crossover(mixtral), weights / (2 * 32 * 128))).toBeLessThan(1e-12);
    expect(relativeError(crossover(v3), (parameters(v3).matmul - 129_280 * 7168) / (61 * 128 * (128 + 64 + 128)))).toBeLessThan(1e-12);
    expect(relativeError(crossover(v3, "causal"), 2 * crossover(v3))).toBeLessThan(1e-12);
    const { scores, total } = flops(v3, 1, crossover(v3), { vocabulary: "none" });
    expect(relativeError(2 * scores, total)).toBeLessThan(1e-12);
  });
});
