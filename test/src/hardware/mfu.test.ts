import { describe, expect, test } from "vitest";
import { budget } from "../../../src/hardware/budget.ts";
import { chips } from "../../../src/hardware/chips.ts";
import { llamaRuns, mfu, mfuOfRate, mfuOfThroughput, publishedMfu } from "../../../src/hardware/mfu.ts";
import { models } from "../../../src/transformer/models.ts";
import { sixND } from "../../../src/transformer/six-n-d.ts";
import { expectDimensions } from "../dimensions.ts";
import { relativeError } from "../relative.ts";

/** 6N and the scores of a token, as PaLM's Appendix B counts them: layers, heads, size of a head, context. */
function flopOfToken(N: number, layers: number, heads: number, headSize: number, context: number): number {
  return 6 * N + 12 * layers * heads * headSize * context;
}

describe("model FLOPs utilisation", () => {
  test("it is the MFU with which the same chip-hours make a budget of 6ND", () => {
    const { N, D, gpuHours } = llamaRuns.llama31_405b;
    const u = mfu(N, D, gpuHours, chips.h100.bf16);
    expect(relativeError(budget({ chips: gpuHours, seconds: 3600, peak: chips.h100.bf16 }, u), sixND(N, D))).toBeLessThan(1e-12);
  });
  test("from hours or from tokens per second it is the same", () => {
    const { N, D, gpuHours } = llamaRuns.llama3_70b;
    const seconds = 86_400 * 30;
    const byTokens = mfuOfThroughput(D / seconds, 6 * N, (gpuHours * 3600) / seconds, chips.h100.bf16);
    expect(relativeError(byTokens, mfu(N, D, gpuHours, chips.h100.bf16))).toBeLessThan(1e-12);
  });
  test("Meta's stated hours leave 14 to 35 % over whole runs, less for small models", () => {
    const percent = Object.values(llamaRuns).map(({ N, D, gpuHours }) => (100 * mfu(N, D, gpuHours, chips.h100.bf16)).toFixed(1));
    expect(percent).toEqual(["15.6", "27.9", "13.9", "25.5", "34.6"]);
  });
  test("the hours of each of Meta's cards add up to the card's total: 7.7 and 39.3 million (from memory)", () => {
    const { llama3_8b, llama3_70b, llama31_8b, llama31_70b, llama31_405b } = llamaRuns;
    expect(((llama3_8b.gpuHours + llama3_70b.gpuHours) / 1e6).toFixed(2)).toBe("7.70");
    expect(((llama31_8b.gpuHours + llama31_70b.gpuHours + llama31_405b.gpuHours) / 1e6).toFixed(2)).toBe("39.30");
  });
  test("the runs have the parameters and tokens of the shapes", () => {
    for (const [run, model] of [["llama3_8b", "llama3_8b"], ["llama31_8b", "llama3_8b"], ["llama3_70b", "llama3_70b"], ["llama31_70b", "llama3_70b"], ["llama31_405b", "llama3_405b"]] as const) {
      expect([llamaRuns[run].N, llamaRuns[run].D]).toEqual([models[model].published, models[model].tokens]);
    }
  });
  test("has no dimension once parameters times tokens are FLOP", () => {
    const inputs = { N: [7e10, { parameter: 1 }], D: [1.5e13, { token: 1 }], time: [6.4e6, { second: 1 }], peak: [989e12, { FLOP: 1, second: -1 }] } as const;
    expectDimensions(({ N, D, time, peak }) => mfu(N, D, time, peak), inputs, { parameter: 1, token: 1, FLOP: -1 });
  });
});

describe("utilisations in print", () => {
  test("PaLM's follows from 238,300 tokens a second on 6,144 chips (throughput read second-hand, shape from memory), and is 45.7 % without attention", () => {
    const rate = (flop: number) => mfuOfThroughput(238.3e3, flop, 6144, chips.tpu_v4.bf16);
    expect(rate(flopOfToken(540.35e9, 118, 48, 256, 2048)).toFixed(3)).toBe(publishedMfu.palm.mfu.toFixed(3));
    expect((100 * rate(6 * 540.35e9)).toFixed(1)).toBe("45.7");
  });
  test("MT-NLG's follows from 1,920 sequences in 60.1 seconds on 280 nodes of eight A100 (from memory)", () => {
    const tokensPerSecond = (1920 * 2048) / 60.1;
    expect(mfuOfThroughput(tokensPerSecond, flopOfToken(529.6e9, 105, 128, 160, 2048), 280 * 8, chips.a100.bf16).toFixed(3)).toBe(publishedMfu.mt_nlg.mfu.toFixed(3));
  });
  test.each([[1, 2048, 0.29, 43], [512, 2048, 85.2, 76], [64, 64, 1.82, 14], [512, 64, 6.0, 33]] as const)(
    "serving PaLM on 64 chips, %i sequences times %i tokens in %f seconds, leaves the %i %% of Pope's Table 2 (from memory) to a point",
    (sequences, tokens, seconds, percent) => {
      const computed = mfuOfThroughput((sequences * tokens) / seconds, 2 * 540e9, 64, chips.tpu_v4.bf16);
      expect(Math.abs(100 * computed - percent)).toBeLessThan(0.6);
    },
  );
  test("Llama 3's Table 4 follows from its 430 and 380 TFLOP/s", () => {
    const percent = (rate: number) => (100 * mfuOfRate(rate * 1e12, chips.h100.bf16)).toFixed(0);
    const { llama3_8192, llama3_long } = publishedMfu;
    expect([percent(430), percent(380)]).toEqual([llama3_8192, llama3_long].map(({ mfu }) => (100 * mfu).toFixed(0)));
  });
  test("but for 400 TFLOP/s, of which 40.4 % are left and one more is printed (L3)", () => {
    const computed = mfuOfRate(400e12, chips.h100.bf16);
    expect((100 * computed).toFixed(1)).toBe("40.4");
    expect(publishedMfu.llama3_16384.mfu / computed).toSatisfy((x: number) => x > 1.01 && x < 1.02);
  });
  test("a hardware utilisation counts recomputation, so it is above the model's, by less than one forward pass in three", () => {
    const { mfu: model, hfu } = publishedMfu.palm;
    expect(hfu / model).toSatisfy((x: number) => x > 1 && x < 4 / 3);
  });
});
