import { describe, expect, test } from "vitest";
import { flopsPerToken } from "../../../src/transformer/flops.ts";
import { mixtures } from "../../../src/transformer/mixtures.ts";
import { type Model, models } from "../../../src/transformer/models.ts";
import { parameters } from "../../../src/transformer/parameters.ts";
import { sixND } from "../../../src/transformer/six-n-d.ts";

/** FLOP of a token in training, with the full square at the context of each model's runs: summed by hand from config files, outside this library. */
const flopOfToken: [Model, number][] = [
  [models.gpt2_small, 854_438_400], [models.gpt2_medium, 2_422_708_224], [models.gpt2_xl, 10_273_545_600], [models.gpt3, 1_076_373_430_272],
  [models.llama2_7b, 46_084_915_200], [models.llama3_8b, 57_912_852_480], [models.llama3_70b, 481_434_796_032], [models.llama3_405b, 2_625_424_588_800],
  [models.gemma2_2b, 20_919_091_200], [models.gemma2_27b, 181_879_701_504], [models.chinchilla, 404_226_048_000], [models.gopher, 1_581_546_209_280],
  [mixtures.mixtral_8x7b, 128_031_129_600], [mixtures.deepseek_v3, 281_152_192_512],
];

describe("the published models", () => {
  test.each(flopOfToken.map(([model, flop]) => [model.name, model, flop] as const))("%s has the FLOP of a token that its config gives by hand", (_, model, flop) => {
    expect(Math.round(flopsPerToken(model, model.context).total)).toBe(flop);
  });
  test("Chinchilla and Gopher have the billions of their names", () => {
    for (const model of [models.chinchilla, models.gopher]) expect((parameters(model).total / 1e9).toFixed(0)).toBe((model.published / 1e9).toFixed(0));
  });
  test("experts and latent attention make Mixtral's 46,702,792,704 parameters, of which a token meets 12,879,925,248, and V3's 671,026,419,200 and 37,552,297,472", () => {
    const both = [mixtures.mixtral_8x7b, mixtures.deepseek_v3].map((model) => parameters(model));
    expect(both.map(({ total, active }) => [total, active])).toEqual([[46_702_792_704, 12_879_925_248], [671_026_419_200, 37_552_297_472]]);
  });
  test("V3's published active parameters leave the embedding table out", () => {
    const { active, embedding } = parameters(mixtures.deepseek_v3);
    expect(((active - embedding) / 1e9).toFixed(0)).toBe((mixtures.deepseek_v3.publishedActive / 1e9).toFixed(0));
  });
  test("Mixtral's MLP is three and a half times as wide as the model, as Llama 3's", () => {
    const { mlpWidth, width, mixture } = mixtures.mixtral_8x7b;
    expect([mlpWidth / width, mixture.mlpWidth / width, models.llama3_8b.mlpWidth / models.llama3_8b.width]).toEqual([3.5, 3.5, 3.5]);
  });
});

describe("their training tokens", () => {
  const compute = (model: Model) => sixND(parameters(model).total, model.tokens!);
  test("make the 3.14e23 FLOP of GPT-3's Table D.1 and the 3.8e25 of Llama 3's report", () => {
    expect(compute(models.gpt3).toPrecision(3)).toBe("3.14e+23");
    expect(compute(models.llama3_405b).toPrecision(2)).toBe("3.8e+25");
  });
  test("make the 7.2e23 and 6.3e24 FLOP that are quoted for Llama 3 8B and 70B", () => {
    expect([models.llama3_8b, models.llama3_70b].map((model) => compute(model).toPrecision(2))).toEqual(["7.2e+23", "6.3e+24"]);
  });
  test("leave the 184,320 A100-hours of Llama 2 7B (from memory: its report, Table 2) a utilisation of 39 %, a common one", () => {
    expect(compute(models.llama2_7b) / (184_320 * 3600 * 312e12)).toSatisfy((mfu: number) => mfu > 0.3 && mfu < 0.5);
  });
  test("of V3 are 2,664 thousand H800-hours at 180 thousand for each trillion (from memory: its report, Section 1)", () => {
    expect(((mixtures.deepseek_v3.tokens / 1e12) * 180).toFixed(0)).toBe("2664");
  });
  test("make 2 to 3 % more than the 5.76e23 FLOP of the Chinchilla paper for its model, and 12 to 13 % less for Gopher, whose budget that is said to be (H10)", () => {
    expect(compute(models.chinchilla) / 5.76e23).toSatisfy((x: number) => x > 1.02 && x < 1.03);
    expect(compute(models.gopher) / 5.76e23).toSatisfy((x: number) => x > 0.87 && x < 0.88);
  });
});
