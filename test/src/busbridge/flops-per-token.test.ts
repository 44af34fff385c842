import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { costElasticity, forwardFlops, forwardFlopsOfShape, sigmas } from "../../../src/busbridge/flops-per-token.ts";
import { localExponent, relativeError } from "../relative.ts";

/** Table 13: N and N_total in billions, layers, width, and FLOP of a token forward as 2N + σ, in billions. */
const table13 = [
  [0.1028, 0.1363, 8, 1024, 0.3398], [0.1434, 0.1811, 9, 1152, 0.4471], [0.2657, 0.3118, 11, 1408, 0.7505], [0.3398, 0.3901, 12, 1536, 0.9312],
  [0.546, 0.6047, 14, 1792, 1.415], [0.6636, 0.7265, 15, 1920, 1.689], [0.9755, 1.047, 17, 2176, 2.397], [1.147, 1.222, 18, 2304, 2.784],
  [1.355, 1.434, 19, 2432, 3.247], [1.586, 1.67, 20, 2560, 3.759], [1.821, 1.909, 21, 2688, 4.28], [2.102, 2.194, 22, 2816, 4.895],
  [2.41, 2.506, 23, 2944, 5.567], [2.718, 2.819, 24, 3072, 6.241], [3.082, 3.187, 25, 3200, 7.03], [3.478, 3.587, 26, 3328, 7.883],
  [3.87, 3.983, 27, 3456, 8.731], [4.329, 4.446, 28, 3584, 9.715], [4.823, 4.944, 29, 3712, 10.77], [5.309, 5.434, 30, 3840, 11.81],
  [5.873, 6.003, 31, 3968, 13.01], [6.476, 6.611, 32, 4096, 14.29], [7.066, 7.204, 33, 4224, 15.55], [7.747, 7.889, 34, 4352, 16.99],
  [8.47, 8.617, 35, 4480, 18.52], [9.173, 9.324, 36, 4608, 20.01], [10.05, 10.2, 37, 4736, 21.84], [10.84, 11.0, 38, 4864, 23.5],
  [11.66, 11.83, 39, 4992, 25.25], [12.61, 12.78, 40, 5120, 27.23],
] as const;

describe("Busbridge's FLOP per token", () => {
  test("with true layers and width it is Table 13's 2N + σ, all thirty rows within 0.1 %, as N and the result have four digits", () => {
    for (const [N, , layers, width, printed] of table13) {
      expect(relativeError(forwardFlopsOfShape({ N: N * 1e9, layers, width }), printed * 1e9)).toBeLessThan(1e-3);
    }
  });
  test("in the smallest, where attention and head weigh most, it is so within half of the last digit of N", () => {
    for (const [N, , layers, width, printed] of table13.slice(0, 4)) {
      expect(Math.abs(forwardFlopsOfShape({ N: N * 1e9, layers, width }) - printed * 1e9)).toBeLessThan(0.16e6);
    }
  });
  test("from N alone (Equation 69) it is within 0.42 %, worst in the smallest", () => {
    const errors = table13.map(([N, , , , printed]) => relativeError(forwardFlops(N * 1e9), printed * 1e9));
    expect(Math.max(...errors)).toBe(errors[0]);
    expect((100 * errors[0]!).toFixed(2)).toBe("0.42");
  });
  test("the two are the same for a shape with width = 128 layers and N = 12 layers·width²", () => {
    for (const layers of [4, 16, 40]) {
      const width = 128 * layers;
      const N = 12 * layers * width ** 2;
      expect(relativeError(forwardFlops(N), forwardFlopsOfShape({ N, layers, width }))).toBeLessThan(1e-12);
    }
  });
  test("each model of Table 13 is that shape: width is 128 layers exactly, N 12 layers·width² within 2.2 %", () => {
    for (const [N, , layers, width] of table13) {
      expect(width).toBe(128 * layers);
      expect(relativeError(12 * layers * width ** 2, N * 1e9)).toBeLessThan(0.022);
    }
  });
  test("the vocabulary is 32,768: what N leaves out is that times the width, in the last digit of N_total", () => {
    for (const [N, total, , width] of table13) expect(Math.abs(32_768 * width - (total - N) * 1e9)).toBeLessThan(total < 10 ? 0.6e6 + total * 0.5e6 : 1.2e7);
  });
  test("σ₁ = .03786 and σ₂ = 2.201", () => {
    expect(Object.values(sigmas()).map((x) => x.toPrecision(4))).toEqual(["0.03786", "2.201"]);
  });
  test("a large model costs 2N a token, and its cost grows with N; a small one's grows more slowly", () => {
    expect(relativeError(forwardFlops(1e18), 2e18)).toBeLessThan(2e-4);
    fc.assert(fc.property(fc.double({ min: 6, max: 14, noNaN: true }).map((u) => 10 ** u), (N) => {
      expect(forwardFlops(N)).toBeGreaterThan(2 * N);
      expect(forwardFlops(1.01 * N)).toBeGreaterThan(forwardFlops(N));
      expect(Math.abs(costElasticity(N) - localExponent(forwardFlops, N))).toBeLessThan(1e-4);
      expect(costElasticity(N)).toBeLessThan(1);
    }), { numRuns: 1000 });
  });
  test("no parameters, no FLOP", () => {
    expect(() => forwardFlops(0)).toThrow("parameters must be positive: 0");
  });
});
