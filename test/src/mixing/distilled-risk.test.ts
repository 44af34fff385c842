import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { biasBound, distilledError, distilledVariance, type Input, oneHotVariance, risk } from "../../../src/mixing/distilled-risk.ts";
import { bestMixture } from "../../../src/mixing/shrinkage.ts";

const shares = (weights: readonly number[]) => weights.map((w) => w / weights.reduce((a, b) => a + b));
/** One input or two and three labels, every probability and loss anything. */
const world = fc.tuple(fc.integer({ min: 1, max: 2 }), fc.array(fc.double({ min: 0.05, max: 1, noNaN: true }), { minLength: 20, maxLength: 20 })).map(([size, numbers]): Input[] =>
  shares(numbers.slice(0, size)).map((probability, i) => {
    const at = (block: number) => numbers.slice(2 + 9 * i + 3 * block, 5 + 9 * i + 3 * block);
    return { probability, truth: shares(at(0)), teacher: shares(at(1)), losses: at(2).map((u) => 5 * u) };
  }));

interface Outcome {
  readonly probability: number;
  readonly value: number;
}

/** Every single example with its probability, and what it adds to the estimate: the loss on its label, or all losses weighted. */
const labelled = (inputs: readonly Input[]): Outcome[] => inputs.flatMap(({ probability, truth, losses: l }) => truth.map((p, y) => ({ probability: probability * p, value: l[y]! })));
const soft = (inputs: readonly Input[], of: "truth" | "teacher"): Outcome[] => inputs.map((input) => ({ probability: input.probability, value: input[of].reduce((sum, p, y) => sum + p * input.losses[y]!, 0) }));

/** E(mean of N − R)² by writing out every sequence of N examples. */
function enumerated(examples: readonly Outcome[], N: number, R: number): number {
  const sequences = Array.from({ length: N }).reduce<Outcome[]>(
    (sofar) => sofar.flatMap((a) => examples.map((b) => ({ probability: a.probability * b.probability, value: a.value + b.value }))), [{ probability: 1, value: 0 }]);
  return sequences.reduce((sum, { probability, value }) => sum + probability * (value / N - R) ** 2, 0);
}
const close = (a: number, b: number) => expect(Math.abs(a - b)).toBeLessThan(1e-12 * (1 + Math.abs(b)));

describe("Risk estimated from labels and from soft targets (Menon)", () => {
  test("variance of one-hot, of Bayes-distilled and error of any teacher's risk are those of all samples of two examples, written out", () => {
    fc.assert(fc.property(world, (inputs) => {
      const R = risk(inputs);
      close(oneHotVariance(inputs, 2), enumerated(labelled(inputs), 2, R));
      close(distilledVariance(inputs, 2), enumerated(soft(inputs, "truth"), 2, R));
      close(distilledError(inputs, 2).total, enumerated(soft(inputs, "teacher"), 2, R));
    }), { numRuns: 1000 });
  });
  test("and of three and of one example, for a world of two inputs", () => {
    const inputs: Input[] = [
      { probability: 0.3, truth: [0.7, 0.2, 0.1], teacher: [0.6, 0.3, 0.1], losses: [0.4, 1.6, 2.3] },
      { probability: 0.7, truth: [0.1, 0.8, 0.1], teacher: [0.2, 0.6, 0.2], losses: [3, 0.1, 3.2] },
    ];
    for (const N of [1, 3]) {
      close(oneHotVariance(inputs, N), enumerated(labelled(inputs), N, risk(inputs)));
      close(distilledError(inputs, N).total, enumerated(soft(inputs, "teacher"), N, risk(inputs)));
    }
  });
  test("Lemma 1: distilling the true probabilities never raises the variance", () => {
    fc.assert(fc.property(world, (inputs) => {
      expect(distilledVariance(inputs, 1)).toBeLessThanOrEqual(oneHotVariance(inputs, 1) + 1e-15);
    }), { numRuns: 1000 });
  });
  test("certain labels leave nothing to gain, one input leaves nothing but the label to vary", () => {
    const certain: Input[] = [0, 1].map((y) => ({ probability: 0.5, truth: [1 - y, y, 0], teacher: [1 - y, y, 0], losses: [1, 3, 0] }));
    expect([oneHotVariance(certain, 1), distilledVariance(certain, 1)]).toEqual([1, 1]);
    const single: Input[] = [{ probability: 1, truth: [0.5, 0.5, 0], teacher: [0.5, 0.5, 0], losses: [1, 3, 0] }];
    expect([oneHotVariance(single, 1), distilledVariance(single, 1)]).toEqual([1, 0]);
  });
  test("the true probabilities as teacher have no bias", () => {
    fc.assert(fc.property(world, (inputs) => {
      const { bias2, variance } = distilledError(inputs.map((input) => ({ ...input, teacher: input.truth })), 5);
      expect(bias2).toBeLessThan(1e-24);
      close(variance, distilledVariance(inputs, 5));
    }), { numRuns: 1000 });
  });
  test("Proposition 3: the squared bias is within the teacher's distance from the truth", () => {
    fc.assert(fc.property(world, (inputs) => {
      expect(distilledError(inputs, 1).bias2).toBeLessThanOrEqual(biasBound(inputs) + 1e-15);
    }), { numRuns: 1000 });
  });
  test("more examples cure variance and not bias; a better teacher cures bias", () => {
    fc.assert(fc.property(world, (inputs) => {
      const [few, many] = [distilledError(inputs, 10), distilledError(inputs, 1000)];
      close(few.variance, 100 * many.variance);
      expect(few.bias2).toBe(many.bias2);
      const halfway = inputs.map((input) => ({ ...input, teacher: input.teacher.map((p, y) => (p + input.truth[y]!) / 2) }));
      close(4 * distilledError(halfway, 10).bias2, few.bias2);
    }), { numRuns: 1000 });
  });
  test("a biased teacher beats labels when examples are few, and loses to them when they are many", () => {
    const inputs: Input[] = [0.3, 0.7].map((p, i) => ({ probability: 0.5, truth: [p, 1 - p, 0], teacher: [p + 0.05, 0.95 - p, 0], losses: i ? [2, 0.2, 0] : [0.3, 1.5, 0] }));
    expect(distilledError(inputs, 10).total).toBeLessThan(oneHotVariance(inputs, 10));
    expect(distilledError(inputs, 1e6).total).toBeGreaterThan(oneHotVariance(inputs, 1e6));
    // and mixing both, were they independent, beats either at any number
    for (const N of [10, 1e6]) {
      const { bias2, variance, total } = distilledError(inputs, N);
      expect(bestMixture({ V: oneHotVariance(inputs, N), b2: bias2, Vt: variance }).risk).toBeLessThan(Math.min(total, oneHotVariance(inputs, N)));
    }
  });
  test("losses twice as large have four times the variance; no examples, no estimate", () => {
    fc.assert(fc.property(world, (inputs) => {
      const doubled = inputs.map((input) => ({ ...input, losses: input.losses.map((l) => 2 * l) }));
      close(oneHotVariance(doubled, 1), 4 * oneHotVariance(inputs, 1));
      close(risk(doubled), 2 * risk(inputs));
    }), { numRuns: 1000 });
    expect(() => oneHotVariance([], 0)).toThrow("examples must be positive: 0");
  });
});
