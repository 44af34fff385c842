import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bfgs } from "../../../src/fitting/bfgs.ts";
import { seeded } from "../../../src/fitting/random.ts";
import { multiStart } from "../../../src/fitting/multi-start.ts";
import { type Objective, withDifferences } from "../../../src/fitting/objective.ts";

/** Rosenbrock's banana valley in any number of dimensions, with its gradient: 0 at (1, 1, …). */
const rosenbrock: Objective = (x, gradient) => {
  gradient.fill(0);
  let value = 0;
  for (let i = 0; i + 1 < x.length; i++) {
    const [bend, gap] = [x[i + 1]! - x[i]! ** 2, 1 - x[i]!];
    value += 100 * bend ** 2 + gap ** 2;
    gradient[i]! += -400 * x[i]! * bend - 2 * gap;
    gradient[i + 1]! += 200 * bend;
  }
  return value;
};

const numbers = (n: number, bound: number) => fc.array(fc.double({ min: -bound, max: bound, noNaN: true }), { minLength: n, maxLength: n });

describe("BFGS", () => {
  test("goes along Rosenbrock's valley to (1, 1) from its classic start, in fewer than sixty evaluations", () => {
    const { x, value, evaluations } = bfgs(rosenbrock, [-1.2, 1], { tolerance: 1e-16 });
    expect(Math.max(...x.map((xi) => Math.abs(xi - 1)))).toBeLessThan(1e-7);
    expect(value).toBeLessThan(1e-14);
    expect(evaluations).toBeLessThan(60);
  });
  test("and in eight dimensions", () => {
    expect(Math.max(...bfgs(rosenbrock, [-1, 1, -1, 1, -1, 1, -1, 1].map((x) => 0.4 * x + 0.8)).x.map((xi) => Math.abs(xi - 1)))).toBeLessThan(1e-5);
  });
  test("finds the centre of every bowl Σ kᵢ(xᵢ − cᵢ)² whose axes differ up to a millionfold", () => {
    fc.assert(fc.property(numbers(4, 6), numbers(4, 100), numbers(4, 100), (logs, centre, start) => {
      const k = logs.map((u) => 10 ** (u / 2));
      const bowl: Objective = (x, gradient) => x.reduce((sum, xi, i) => {
        gradient[i] = 2 * k[i]! * (xi - centre[i]!);
        return sum + k[i]! * (xi - centre[i]!) ** 2;
      }, 1);
      // It ends when the next step promises less than 1e-14 of the value, which is 1 at the centre.
      const { x } = bfgs(bowl, start);
      x.forEach((xi, i) => expect(k[i]! * (xi - centre[i]!) ** 2).toBeLessThan(1e-10));
    }), { numRuns: 1000 });
  });
  test("goes down kinks to where no side is lower: Σ i|xᵢ − cᵢ| from two hundred random starts, to a millionth of where it began", () => {
    const { uniform } = seeded(5);
    for (let round = 0; round < 200; round++) {
      const [centre, start] = [0, 1].map(() => [0, 1, 2].map(() => 20 * uniform() - 10)) as [number[], number[]];
      const kinked: Objective = (x, gradient) => x.reduce((sum, xi, i) => {
        gradient[i] = Math.sign(xi - centre[i]!) * (i + 1);
        return sum + (i + 1) * Math.abs(xi - centre[i]!);
      }, 0);
      expect(bfgs(kinked, start).value).toBeLessThan(1e-6 * kinked(Float64Array.from(start), new Float64Array(3)));
    }
  });
  test("never ends above where it began, whatever it is given", () => {
    fc.assert(fc.property(numbers(2, 3), numbers(2, 50), ([a, b], start) => {
      const wavy = withDifferences(([x, y]) => Math.sin(a! * x!) + Math.cos(b! * y!) + (x! ** 2 + y! ** 2) / 1000);
      const gradient = new Float64Array(2);
      expect(bfgs(wavy, start).value).toBeLessThanOrEqual(wavy(Float64Array.from(start), gradient));
    }), { numRuns: 200 });
  });
  test("stays where the objective is not finite, and says what it found there", () => {
    expect(bfgs(() => Infinity, [1, 2])).toEqual({ x: Float64Array.of(1, 2), value: Infinity, iterations: 0, evaluations: 1 });
  });
});

describe("central differences", () => {
  test("are the gradient of Rosenbrock's valley to nine digits", () => {
    fc.assert(fc.property(numbers(3, 2), (at) => {
      const [exact, nearly] = [new Float64Array(3), new Float64Array(3)];
      rosenbrock(Float64Array.from(at), exact);
      withDifferences((x) => rosenbrock(x, new Float64Array(3)))(Float64Array.from(at), nearly);
      exact.forEach((slope, i) => expect(Math.abs(slope - nearly[i]!)).toBeLessThan(2e-7 * (1 + Math.abs(slope))));
    }), { numRuns: 1000 });
  });
});

describe("many starts", () => {
  /** Two valleys: 0 at x = 3, 1 at x = −3. */
  const two = withDifferences(([x]) => Math.min((x! - 3) ** 2, (x! + 3) ** 2 + 1) + 2);
  test("keep the least of the minima, and count who reached it", () => {
    const { x, value, starts, reached } = multiStart(two, [[-5], [-2], [1], [9], [-4]]);
    expect([Math.abs(x[0]! - 3) < 1e-6, value.toFixed(6), starts, reached]).toEqual([true, "2.000000", 5, 2]);
  });
  test("want one that begins somewhere finite", () => {
    expect(() => multiStart(() => NaN, [[1], [2]])).toThrow("wanted a start with a finite objective among 2");
    expect(() => multiStart(two, [])).toThrow("wanted a start with a finite objective among 0");
  });
});
