import { describe, expect, test } from "vitest";
import { bestSize, ladder } from "../../../src/porian/ladder.ts";
import { expectDimensions } from "../dimensions.ts";
import { localExponent, relativeError } from "../relative.ts";

describe("Porian's ladder", () => {
  test("leads down at every step, and each exponent lies in its own interval", () => {
    ladder.rungs.forEach((rung, i) => {
      const a = localExponent((C) => bestSize(C, rung), 1e20);
      const [low, high] = rung.interval;
      expect(a).toSatisfy((x: number) => low < x && x < high);
      if (i > 0) expect(a).toBeLessThan(ladder.rungs[i - 1]!.interval[0]);
    });
  });
  test("has these sizes at Chinchilla's 5.88e23 FLOP, by their files; four digits of a leave 0.3 % there", () => {
    const theirs = [3028e9, 787.4e9, 292.2e9, 183.0e9, 76.94e9];
    ladder.rungs.forEach((rung, i) => expect(relativeError(bestSize(5.88e23, rung), theirs[i]!)).toBeLessThan(3e-3));
  });
  test("ends at the law that answers when none is named", () => {
    expect(bestSize(1e22)).toBe(bestSize(1e22, ladder.rungs[4]));
    expect((bestSize(5.88e23) / 1e9).toFixed(1)).toBe("76.9");
  });
  test("is a law of parameters", () => {
    const unit = { parameter: 0.5, token: -0.5 };
    expectDimensions(({ C, k }) => bestSize(C!, { k: k!, a: 0.5 }), { C: [1e20, { parameter: 1, token: 1 }], k: [0.1, unit] }, { parameter: 1 });
  });
  test("no compute, no size", () => {
    expect(() => bestSize(-1)).toThrow("compute must be positive: -1");
  });
});
