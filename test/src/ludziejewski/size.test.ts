import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { activeOf, activeParameters, memory, totalOf, totalParameters } from "../../../src/ludziejewski/size.ts";
import { relativeError } from "../relative.ts";

/** Of the list of runs in Appendix E: parameters, width, blocks, active parameters, experts. */
const listed = [
  ["5.0B", 1024, 16, "321M", 32], ["3.8B", 1792, 28, "1.3B", 4], ["3.3B", 1408, 21, "683M", 8], ["3.0B", 1664, 26, "1.1B", 4],
  ["2.7B", 2304, 36, "2.7B", 1], ["2.6B", 1920, 30, "1.6B", 2], ["2.2B", 1792, 28, "1.3B", 2], ["2.1B", 768, 12, "169M", 32],
  ["2.1B", 1280, 16, "469M", 8], ["1.9B", 1408, 22, "709M", 4], ["1.1B", 1152, 18, "426M", 4], ["890M", 1536, 24, "890M", 1],
  ["850M", 1280, 20, "555M", 2], ["774M", 1024, 16, "321M", 4], ["671M", 640, 10, "118M", 16], ["664M", 512, 8, "79M", 32],
  ["615M", 768, 12, "169M", 8], ["289M", 704, 11, "142M", 4], ["285M", 576, 9, "97M", 8], ["282M", 832, 13, "201M", 2], ["98M", 512, 8, "79M", 2],
] as const;

describe("parameters of a model with experts", () => {
  test("the sizes of 21 runs of Appendix E as printed", () => {
    for (const [total, width, blocks, active, E] of listed) {
      expect(inUnits(totalParameters(width, E, blocks), total)).toBe(total);
      expect(inUnits(activeParameters(width, blocks), active)).toBe(active);
    }
  });
  test("blocks are a 64th of the width unless said otherwise", () => {
    expect(totalParameters(1024, 32)).toBe(totalParameters(1024, 32, 16));
  });
  test("2 and 4 experts of 1.1B parameters in all take 36 and 61 % fewer FLOP a token than a dense 1.1B (Section 4.4)", () => {
    const dense = activeParameters(1664, 26);
    expect([activeParameters(1408, 22), activeParameters(1152, 18)].map((active) => (100 * (1 - active / dense)).toFixed(0))).toEqual(["36", "61"]);
  });
  test("one expert is a dense model, all of which is active", () => {
    fc.assert(fc.property(fc.integer({ min: 64, max: 32768 }), (width) => {
      expect(totalParameters(width, 1)).toBe(activeParameters(width));
      expect(relativeError(totalParameters(width, 1), 2 * width * 50257 + (13 * width ** 3) / 64)).toBeLessThan(1e-13);
    }), { numRuns: 1000 });
  });
  test("active and total parameters give each other back", () => {
    fc.assert(fc.property(fc.double({ min: 7, max: 12, noNaN: true }).map((u) => 10 ** u), fc.integer({ min: 1, max: 64 }), (active, E) => {
      expect(relativeError(activeOf(totalOf(active, E), E), active)).toBeLessThan(1e-12);
      expect(totalOf(active, E) >= active * (1 - 1e-12)).toBe(true);
    }), { numRuns: 1000 });
  });
  test("two bytes for each parameter, and for 2nd numbers of each cached token: 34 kB at a width of 1024 and its 16 blocks", () => {
    const empty = memory(1024, 8);
    expect(empty).toBe(2 * totalParameters(1024, 8));
    expect(memory(1024, 8, 1) - empty).toBe(2 * 2 * 16 * 1024);
    expect(memory(1024, 8, 0, 1)).toBe(empty / 2);
  });
  test("sizes are above zero", () => {
    expect(() => totalParameters(0, 8)).toThrow("width must be positive: 0");
    expect(() => totalParameters(512, 0)).toThrow("experts must be positive: 0");
    expect(() => memory(512, 8, -1)).toThrow("cached tokens must not be negative: -1");
  });
});

function inUnits(parameters: number, printed: string): string {
  if (printed.endsWith("M")) return `${(parameters / 1e6).toFixed(0)}M`;
  return `${(parameters / 1e9).toFixed(1)}B`;
}
