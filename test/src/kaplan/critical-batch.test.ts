import { describe, expect, test } from "vitest";
import { criticalBatch } from "../../../src/kaplan/critical-batch.ts";
import { table5 } from "../../../src/kaplan/tables.ts";
import { localExponent } from "../relative.ts";

describe("the critical batch", () => {
  test("falls as the 4.8th power of the loss, as Figure 10 prints", () => {
    expect((-localExponent(criticalBatch, 3)).toFixed(1)).toBe("4.8");
  });
  test("doubles for every 13 % off the loss, as Figure 10's caption says: 13.5 %", () => {
    expect(criticalBatch(0.87 * 3) / criticalBatch(3)).toSatisfy((x: number) => x > 1.9 && x < 2);
    expect((100 * (1 - 2 ** -table5.alphaB)).toFixed(1)).toBe("13.5");
  });
  test("is one to two million tokens at the loss of the largest models, as Section 1.1 says", () => {
    for (const loss of [2.7, 3]) expect(criticalBatch(loss)).toSatisfy((x: number) => x > 1e6 && x < 2e6);
  });
});
