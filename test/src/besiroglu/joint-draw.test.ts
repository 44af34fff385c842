import { describe, expect, test } from "vitest";
import { jointDraw } from "../../../src/besiroglu/joint-draw.ts";
import { printed } from "../../../src/besiroglu/refit.ts";
import type { ParametricLaw } from "../../../src/parametric/loss.ts";

const draws = Array.from({ length: 400 }, (_, seed) => jointDraw(seed + 1));
const middle = (of: (law: ParametricLaw) => number) => {
  const sorted = draws.map(of).sort((a, b) => a - b);
  return [sorted[9]!, sorted[389]!] as const;
};

describe("joint draws of Besiroglu's constants", () => {
  test.each(["alpha", "beta", "A", "B", "E"] as const)("spread in %s about as widely as the bootstrap that the paper prints", (name) => {
    const scale = name === "A" || name === "B" ? Math.log : (x: number) => x;
    const [low, high] = middle((law) => scale(law[name]));
    const [from, to] = printed.interval[name].map(scale) as [number, number];
    expect((high - low) / (to - from)).toBeGreaterThan(0.7);
    expect((high - low) / (to - from)).toBeLessThan(1.4);
  });

  test("are joint: a larger A comes with a larger α, so that draws of each alone would scatter far more", () => {
    const [a, b] = [draws.map(({ A }) => Math.log(A)), draws.map(({ alpha }) => alpha)] as const;
    expect(correlation(a, b)).toBeGreaterThan(0.98);
  });

  test("are the same for the same seed, and others for another", () => {
    expect(jointDraw(7)).toEqual(jointDraw(7));
    expect(jointDraw(7)).not.toEqual(jointDraw(8));
  });
});

function correlation(xs: readonly number[], ys: readonly number[]): number {
  const mean = (of: readonly number[]) => of.reduce((sum, x) => sum + x, 0) / of.length;
  const [mx, my] = [mean(xs), mean(ys)];
  const along = (u: readonly number[], v: readonly number[]) => u.reduce((sum, x, i) => sum + (x - (u === xs ? mx : my)) * (v[i]! - (v === xs ? mx : my)), 0);
  return along(xs, ys) / Math.sqrt(along(xs, xs) * along(ys, ys));
}
