import { describe, expect, test } from "vitest";
import { studentExcess, studentLoss } from "../../../src/busbridge/student-loss.ts";
import { supervisedLoss } from "../../../src/busbridge/supervised-loss.ts";
import { relativeError } from "../relative.ts";

/** The bracket by its larger term, in logarithms: another way to the same number, from Table 6 typed a second time. */
const bracket = (gamma: number, first: readonly [number, number, number], second: readonly [number, number, number]) => {
  const [u, v] = [first, second].map(([c, x, exponent]) => Math.log(c) - exponent * Math.log(x)) as [number, number];
  return Math.exp(gamma * (Math.max(u, v) + Math.log1p(Math.exp(-Math.abs(u - v)))));
};
const byHand = (N: number, D: number) => 1.220 + bracket(0.452, [3355, N, 0.408], [18186, D, 0.431]);
const studentByHand = (N: number, D: number, LT: number) => {
  const broken = Math.log(LT / byHand(N, D) / 1.315) / 0.090;
  const excess = -2.549 * Math.log(LT) - 522.6 * 0.090 * Math.log(1 + Math.exp(broken));
  return LT + Math.exp(excess) * bracket(0.764, [2243, N, 0.321], [24181, D, 0.637]);
};

describe("Busbridge's Table 6, typed a second time", () => {
  test("gives by hand what the supervised law gives, where each term leads and where both do", () => {
    for (const [N, D] of [[3e8, 1e10], [1e9, 2e10], [1e10, 2e11], [143e6, 512e9], [12.6e9, 4e9]] as const) {
      expect(relativeError(supervisedLoss(N, D), byHand(N, D))).toBeLessThan(1e-12);
    }
  });
  test("gives by hand what the student's law gives, under strong and weak teachers", () => {
    for (const [N, D, LT] of [[3e8, 1e11, 2.157], [1e9, 1e11, 2.0], [3e9, 1e11, 1.75], [1e10, 1e12, 1.7], [143e6, 4e9, 1.6], [12.6e9, 8e9, 2.3], [1e9, 1e11, 2.5]] as const) {
      expect(relativeError(studentLoss({ N, D }, LT), studentByHand(N, D, LT))).toBeLessThan(1e-12);
      expect(relativeError(studentExcess({ N, D }, LT), studentByHand(N, D, LT) - LT)).toBeLessThan(1e-9);
    }
  });
});
