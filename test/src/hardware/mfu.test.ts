import { describe, expect, test } from "vitest";
import { budget } from "../../../src/hardware/budget.ts";
import { chips } from "../../../src/hardware/chips.ts";
import { llamaRuns, mfu, mfuOfRate, publishedMfu } from "../../../src/hardware/mfu.ts";
import { models } from "../../../src/transformer/models.ts";
import { sixND } from "../../../src/transformer/six-n-d.ts";
import { relativeError } from "../relative.ts";

describe("model FLOPs utilisation", () => {
  test("it is the MFU with which the same chip-hours make a budget of 6ND", () => {
    const { N, D, gpuHours } = llamaRuns.llama31_405b;
    const u = mfu(N, D, gpuHours, chips.h100.bf16);
    expect(relativeError(budget({ chips: gpuHours, seconds: 3600, peak: chips.h100.bf16 }, u), sixND(N, D))).toBeLessThan(1e-12);
  });
  test("Meta's stated hours leave 14 to 35 % over whole runs, less for small models", () => {
    const percent = Object.values(llamaRuns).map(({ N, D, gpuHours }) => (100 * mfu(N, D, gpuHours, chips.h100.bf16)).toFixed(1));
    expect(percent).toEqual(["15.6", "27.9", "13.9", "25.5", "34.6"]);
  });
  test("Llama 3's Table 4 follows from its TFLOP/s, but for 400, which is 40.4 % and is printed 41 (L3)", () => {
    const percent = (rate: number) => (100 * mfuOfRate(rate * 1e12, chips.h100.bf16)).toFixed(0);
    expect([percent(430), percent(380)]).toEqual(["43", "38"]);
    expect([percent(400), publishedMfu.llama3_16384.mfu]).toEqual(["40", 0.41]);
  });
  test("a hardware utilisation counts recomputation, so it is above the model's, by less than one forward pass in three", () => {
    const { mfu: model, hfu } = publishedMfu.palm;
    expect(hfu / model).toSatisfy((x: number) => x > 1 && x < 4 / 3);
  });
  test("the runs have the parameters that the shapes have", () => {
    expect([llamaRuns.llama3_8b.N, llamaRuns.llama3_70b.N, llamaRuns.llama31_405b.N]).toEqual([models.llama3_8b.published, models.llama3_70b.published, models.llama3_405b.published]);
  });
});
