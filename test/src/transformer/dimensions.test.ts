import { describe, expect, test } from "vitest";
import { projectionFlops, scoreFlops } from "../../../src/transformer/attention.ts";
import { expertFlops } from "../../../src/transformer/experts.ts";
import { flops } from "../../../src/transformer/flops.ts";
import { mlpFlops } from "../../../src/transformer/mlp.ts";
import { mixtures } from "../../../src/transformer/mixtures.ts";
import { models } from "../../../src/transformer/models.ts";
import { atRatio, parametersFor, sixND, tokensFor, twoND } from "../../../src/transformer/six-n-d.ts";
import { headFlops } from "../../../src/transformer/vocabulary.ts";
import { expectDimensions } from "../dimensions.ts";

const N = [70e9, { parameter: 1 }] as const;
const D = [1.4e12, { token: 1 }] as const;
const C = [5.88e23, { parameter: 1, token: 1 }] as const;

describe("dimensions", () => {
  test("6ND and 2ND are parameters times tokens", () => {
    for (const law of [sixND, twoND]) expectDimensions(({ N, D }) => law(N, D), { N, D }, { parameter: 1, token: 1 });
  });
  test("C/6D is parameters and C/6N tokens", () => {
    expectDimensions(({ C, D }) => parametersFor(C, D), { C, D }, { parameter: 1 });
    expectDimensions(({ C, N }) => tokensFor(C, N), { C, N }, { token: 1 });
  });
  test("a ratio of tokens to parameters splits C into both", () => {
    const inputs = { C, ratio: [20, { token: 1, parameter: -1 }] } as const;
    expectDimensions(({ C, ratio }) => atRatio(C, ratio).N, inputs, { parameter: 1 });
    expectDimensions(({ C, ratio }) => atRatio(C, ratio).D, inputs, { token: 1 });
  });
  test("matmuls with weights are linear in the tokens of a batch, scores in its pairs of tokens", () => {
    const tokens = [4096, { token: 1 }] as const;
    for (const law of [mlpFlops, projectionFlops, headFlops]) expectDimensions(({ tokens }) => law(models.llama3_8b, tokens), { tokens }, { token: 1 });
    expectDimensions(({ tokens }) => expertFlops({ width: 4096, mlpWidth: 14_336, experts: 8, active: 2 }, tokens), { tokens }, { token: 1 });
    expectDimensions(({ queries, keys }) => scoreFlops(mixtures.deepseek_v3, queries, keys), { queries: tokens, keys: tokens }, { token: 2 });
  });
  test("a batch of twice the sequences takes twice the FLOP, of sequences twice as long more than twice", () => {
    const { total } = flops(mixtures.deepseek_v3, 1, 4096);
    expect(flops(mixtures.deepseek_v3, 2, 4096).total).toBe(2 * total);
    expect(flops(mixtures.deepseek_v3, 1, 8192).total).toBeGreaterThan(2 * total);
  });
});
