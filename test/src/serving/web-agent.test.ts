import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chips } from "../../../src/hardware/chips.ts";
import { type Served, slack, turnTime, webAgent } from "../../../src/serving/action.ts";
import { kvBytesPerToken } from "../../../src/serving/memory.ts";
import { sliceOf } from "../../../src/serving/slice.ts";
import { models } from "../../../src/transformer/models.ts";
import { relativeError } from "../relative.ts";

const v5e = chips.tpu_v5e;
const [big, small] = [models.llama3_70b, models.llama3_8b];
const fixed = (digits: number) => (x: number) => x.toFixed(digits);
const amount = (from: number, to: number) => fc.double({ min: from, max: to, noNaN: true }).map((u) => 10 ** u);
const runs = { numRuns: 1000 };

describe("the web agent's second", () => {
  const bf16 = (N: number, model: typeof big | typeof small): Served => ({ N, weightBytes: 2 * N, kvBytesPerToken: kvBytesPerToken(model) });
  const int8 = (N: number, model: typeof big | typeof small): Served => ({ N, weightBytes: N, kvBytesPerToken: kvBytesPerToken(model, 1) });
  const on = (model: Served, n: number) => turnTime(model, sliceOf(v5e, n));
  test("70B on 4×4: .25 + .355 + 1.787 s in bf16; .894 of decode with int8 weights and cache", () => {
    const { overhead, prefill, decode, total } = on(bf16(70e9, big), 16);
    expect([overhead, prefill, decode].map(fixed(3))).toEqual(["0.250", "0.355", "1.787"]);
    expect(total).toBe(overhead + prefill + decode);
    expect(on(int8(70e9, big), 16).decode.toFixed(3)).toBe("0.894");
  });
  test("it takes 2.39 s on 16 chips, 1.32 on 32 and .79 on 64; with int8 storage 1.50 and .87", () => {
    expect([16, 32, 64].map((n) => on(bf16(70e9, big), n).total.toFixed(3))).toEqual(["2.392", "1.321", "0.786"]);
    expect([16, 32].map((n) => on(int8(70e9, big), n).total.toFixed(2))).toEqual(["1.50", "0.87"]);
  });
  test("8B takes .98 s on 8 chips, .66 with int8 storage", () => {
    expect([bf16(8e9, small), int8(8e9, small)].map((model) => on(model, 8).total.toFixed(2))).toEqual(["0.98", "0.66"]);
  });
  test("with attention over the cache 70B takes .99 s on 64 chips and 8B .78 on 16", () => {
    expect(on({ ...bf16(70e9, big), heads: big }, 64).total.toFixed(2)).toBe("0.99");
    expect(on({ ...bf16(8e9, small), heads: small }, 16).total.toFixed(2)).toBe("0.78");
  });
  test("so 70B misses its second on the talk's 4×4, by the decode that the talk leaves out, even in int8", () => {
    expect(slack(int8(70e9, big), sliceOf(v5e, 16)).toFixed(2)).toBe("-0.50");
    expect(slack(bf16(70e9, big), sliceOf(v5e, 64)).toFixed(4)).toBe("0.2144");
    expect(on(bf16(70e9, big), 16).decode).toBeGreaterThan(webAgent.limit - webAgent.overhead);
  });
  test("more chips are never slower, a longer cache never faster, and nothing but the overhead is left of endless chips", () => {
    fc.assert(fc.property(amount(0, 3), amount(8, 12), amount(0, 6), (n, N, context) => {
      const model = { N, weightBytes: 2 * N, kvBytesPerToken: 3e5, heads: big };
      const turn = { ...webAgent, context };
      expect(turnTime(model, sliceOf(v5e, 1.01 * n), turn).total).toBeLessThan(turnTime(model, sliceOf(v5e, n), turn).total);
      expect(turnTime(model, sliceOf(v5e, n), { ...turn, context: 2 * context }).total).toBeGreaterThan(turnTime(model, sliceOf(v5e, n), turn).total);
    }), runs);
    expect(relativeError(on(bf16(70e9, big), 1e15).total, 0.25)).toBeLessThan(1e-9);
  });
  test("an answer of no tokens is the prefill alone", () => {
    const { prefill, total } = turnTime(bf16(70e9, big), sliceOf(v5e, 16), { ...webAgent, decode: 0, overhead: 0 });
    expect(total).toBe(prefill);
  });
});
