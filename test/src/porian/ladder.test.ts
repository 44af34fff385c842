import { describe, expect, test } from "vitest";
import { ladder } from "../../../src/porian/ladder.ts";

describe("Porian's ladder", () => {
  test("leads down at every step, and each exponent lies in its own interval", () => {
    ladder.rungs.forEach(({ a, low, high }, i) => {
      expect(a).toSatisfy((x: number) => low < x && x < high);
      if (i > 0) expect(a).toBeLessThan(ladder.rungs[i - 1]!.low);
    });
  });
  test("leads down on OpenWebText2 too, and its rungs lie within 0.03 of those on RefinedWeb", () => {
    ladder.rungs.forEach(({ a, openWebText2 }, i) => {
      expect(Math.abs(a - openWebText2)).toBeLessThan(0.03);
      if (i > 0) expect(openWebText2).toBeLessThan(ladder.rungs[i - 1]!.openWebText2);
    });
  });
});
