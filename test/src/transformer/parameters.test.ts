import { describe, expect, test } from "vitest";
import { type Model, modelIds, models } from "../../../src/transformer/models.ts";
import { parameters } from "../../../src/transformer/parameters.ts";
import { relativeError } from "../relative.ts";

const toTheUnit = modelIds.filter((id) => !["gpt3", "chinchilla", "gopher"].includes(id));

describe("parameters", () => {
  test.each(toTheUnit)("%s has the parameters of its published weights, to the unit", (id) => {
    expect(parameters(models[id]).total).toBe(models[id].published);
  });
  test("GPT-3 has 174,604,259,328, which is the 174,600M of its Table D.1 to the four digits printed", () => {
    expect(parameters(models.gpt3).total).toBe(174_604_259_328);
    expect(relativeError(174_604_259_328, models.gpt3.published)).toBeLessThan(0.5e-4);
  });
  test("Chinchilla and Gopher are 70B and 280B only with a fifth attention matrix; the usual four are 8 % short (H12)", () => {
    const total = (model: Model) => parameters(model).total;
    expect([total(models.chinchilla), total(models.gopher)]).toEqual([70_065_209_344, 279_716_855_808]);
    expect((total(models.chinchilla) / 1e9).toFixed(0)).toBe("70");
    expect((total(models.gopher) / 1e10).toFixed(0)).toBe("28");
    for (const id of ["chinchilla", "gopher"] as const) {
      expect(relativeError(total({ ...models[id], relative: false }), models[id].published)).toBeGreaterThan(0.07);
    }
  });
  test("Gemma 2 has the non-embedding parameters of its Table 2, to the unit, with the branches counted apart (M1)", () => {
    expect([models.gemma2_2b, models.gemma2_27b].map((m) => parameters(m).nonEmbedding)).toEqual([2_024_517_888, 26_047_480_320]);
    expect(parameters({ ...models.gemma2_2b, mlpWidth: 18_432 }).nonEmbedding).not.toBe(2_024_517_888);
  });
  test("nanoGPT's GPT-2 without biases has 124,337,664", () => {
    expect(parameters({ ...models.gpt2_small, biases: false, normBias: false }).total).toBe(124_337_664);
  });
  test("GPT-2 is 124M and 355M, not the 117M and 345M of its paper (M3)", () => {
    expect([models.gpt2_small, models.gpt2_medium].map((m) => (parameters(m).total / 1e6).toFixed(0))).toEqual(["124", "355"]);
  });
  test.each(modelIds)("the parts of %s add up to its totals", (id) => {
    const { embedding, positions, attention, relative, mlp, norms, biases, head, total, nonEmbedding, matmul } = parameters(models[id]);
    expect(embedding + positions + attention + relative + mlp + norms + biases + head).toBe(total);
    expect(nonEmbedding).toBe(total - embedding - positions - head);
    expect(matmul).toBe(nonEmbedding - relative - norms - biases + models[id].vocabulary * models[id].width);
  });
  test("Llama 3 70B has 68.45B in its layers, 82 % of them in MLPs, and 2.10B in two tables", () => {
    const { mlp, attention, nonEmbedding, embedding, head } = parameters(models.llama3_70b);
    expect([(nonEmbedding / 1e9).toFixed(2), ((embedding + head) / 1e9).toFixed(2)]).toEqual(["68.45", "2.10"]);
    expect((100 * mlp / (mlp + attention)).toFixed(0)).toBe("82");
  });
  test("a model without experts is all active", () => {
    for (const id of modelIds) expect(parameters(models[id]).active).toBe(parameters(models[id]).total);
  });
  test("counting Llama 3 70B with 4DNH, as if its keys were not shared, is 13.3 % too many: 79.95B", () => {
    const whole = parameters({ ...models.llama3_70b, kvHeads: 64 });
    expect([(whole.nonEmbedding / 1e9).toFixed(2), (whole.total / 1e9).toFixed(2)]).toEqual(["77.85", "79.95"]);
    expect((100 * (whole.total / parameters(models.llama3_70b).total - 1)).toFixed(1)).toBe("13.3");
    expect((100 * (whole.nonEmbedding / parameters(models.llama3_70b).nonEmbedding - 1)).toFixed(1)).toBe("13.7");
  });
});
