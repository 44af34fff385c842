import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { advantage, crossover } from "../../../src/busbridge/crossover.ts";
import { costElasticity, forwardFlops } from "../../../src/busbridge/flops-per-token.ts";
import { idealTeacher } from "../../../src/busbridge/ideal-teacher.ts";
import { optimalDistillation, optimalSupervised } from "../../../src/busbridge/optimal-allocation.ts";
import { distillationFlops, type ScenarioId, scenarioIds, scenarios } from "../../../src/busbridge/scenarios.ts";
import { studentLoss } from "../../../src/busbridge/student-loss.ts";
import { supervisedLoss } from "../../../src/busbridge/supervised-loss.ts";
import { supervised } from "../../../src/busbridge/tables.ts";
import { minimize } from "../../../src/numbers.ts";
import { expectDimensions } from "../dimensions.ts";
import { relativeError } from "../relative.ts";

const sizes = [3e8, 1e9, 3e9, 1e10] as const;
const at = (NS: number, C: number, id: ScenarioId) => optimalDistillation(NS, C, scenarios[id]);
const teacherRatio = (NS: number, C: number, id: ScenarioId) => at(NS, C, id).teacher!.N / NS;
const shares = (NS: number, C: number) => {
  const { student, logits, pretraining, total } = at(NS, C, "both").flops;
  return [student, logits, pretraining].map((part) => Math.round((100 * part) / total));
};

describe("the cost of a distillation, Equation 9", () => {
  const student = { N: 1e9, D: 1e11 };
  const teacher = { N: 1e10, D: 2e11 };
  const [FS, FT] = [2.454385e9, 2.175026e10];
  test("each scenario of Table 2 pays what its name says, and always 3F a token of the student", () => {
    const totals = { best: 3 * FS * 1e11, inference: 3 * FS * 1e11 + FT * 1e11, pretraining: 3 * FS * 1e11 + 3 * FT * 2e11, both: 3 * FS * 1e11 + FT * 7e11 };
    for (const id of scenarioIds) expect(relativeError(distillationFlops(student, teacher, scenarios[id]).total, totals[id])).toBeLessThan(1e-5);
  });
  test("it is proportional to tokens", () => {
    const flops = ({ DS, DT }: { DS: number; DT: number }) => distillationFlops({ N: 1e9, D: DS }, { N: 1e10, D: DT }, scenarios.both).total;
    expectDimensions(flops, { DS: [1e11, { token: 1 }], DT: [2e11, { token: 1 }] }, { token: 1 });
  });
  test("nothing is charged negatively", () => {
    expect(() => distillationFlops(student, teacher, { logits: -1, pretraining: 0 })).toThrow("share of the logits must not be negative: -1");
  });
});

describe("the best distillation for a budget", () => {
  test("it spends the budget, and its losses are those of the laws", () => {
    for (const NS of sizes) for (const C of [1e20, 1e22, 1e24]) for (const id of scenarioIds) {
      const { student, teacher, teacherLoss, loss, flops } = at(NS, C, id);
      expect(relativeError(flops.total, C)).toBeLessThan(1e-12);
      expect(relativeError(loss, studentLoss(student, teacherLoss))).toBeLessThan(1e-12);
      if (teacher) expect(relativeError(teacherLoss, supervisedLoss(teacher.N, teacher.D))).toBeLessThan(1e-12);
    }
  });
  test.each([
    [3e8, 1e20, [2.47659, 2.41959, 2.44178, 2.54205, 2.56329]],
    [3e8, 1e22, [2.31982, 2.31564, 2.3204, 2.31685, 2.32635]],
    [3e8, 1e24, [2.29609, 2.29771, 2.29844, 2.29771, 2.2986]],
    [1e9, 1e20, [2.41919, 2.25856, 2.28153, 2.52437, 2.53507]],
    [1e9, 1e22, [2.13484, 2.13095, 2.1395, 2.14794, 2.16553]],
    [1e9, 1e24, [2.08672, 2.09419, 2.09575, 2.09423, 2.09653]],
    [3e9, 1e20, [2.48129, 2.10964, 2.13167, 2.54426, 2.54902]],
    [3e9, 1e22, [2.02746, 2.01058, 2.02353, 2.0768, 2.09093]],
    [3e9, 1e24, [1.93699, 1.94329, 1.94646, 1.94399, 1.95017]],
    [1e10, 1e20, [2.67085, 1.9526, 1.99534, 2.56624, 2.56695]],
    [1e10, 1e22, [1.98555, 1.91304, 1.94315, 2.06021, 2.06724]],
    [1e10, 1e24, [1.81478, 1.81296, 1.81967, 1.82656, 1.83854]],
  ] as const)("for %d parameters and %d FLOP a search over all three variables, written apart, found the same five losses to its five decimals: labels, and the four scenarios", (NS, C, [labels, ...taught]) => {
    expect(Math.abs(optimalSupervised(NS, C).loss - labels)).toBeLessThan(1e-5);
    scenarioIds.forEach((id, i) => expect(Math.abs(at(NS, C, id).loss - taught[i]!)).toBeLessThan(1e-5));
  });
  test("no other teacher and no other split of the same budget does better", () => {
    const decade = fc.double({ min: 7, max: 13, noNaN: true }).map((u) => 10 ** u);
    const split = fc.double({ min: 0.001, max: 0.999, noNaN: true });
    const cases = sizes.flatMap((NS) => [1e20, 1e22, 1e24].flatMap((C) => scenarioIds.map((id) => ({ NS, C, id, best: at(NS, C, id).loss }))));
    fc.assert(fc.property(fc.constantFrom(...cases), decade, split, ({ NS, C, id, best }, NT, share) => {
      const { logits, pretraining } = scenarios[id];
      const DT = pretraining === 0 ? 1e17 * share : (share * C) / (3 * forwardFlops(NT));
      const DS = (C * (1 - pretraining * share)) / (3 * forwardFlops(NS) + logits * forwardFlops(NT));
      expect(studentLoss({ N: NS, D: DS }, supervisedLoss(NT, DT))).toBeGreaterThan(best - 1e-9);
    }), { numRuns: 1000 });
  });
  test("with everything paid, a search over N_T and D_T finds the same loss to 1e-9", () => {
    for (const [NS, C] of [[1e9, 1e22], [1e10, 1e24], [3e8, 1e21]] as const) {
      const { loss, teacher } = at(NS, C, "both");
      const lossAt = (NT: number, DT: number) => {
        const DS = (C - 3 * forwardFlops(NT) * DT) / (3 * forwardFlops(NS) + forwardFlops(NT));
        return DS > 0 ? studentLoss({ N: NS, D: DS }, supervisedLoss(NT, DT)) : 100;
      };
      const found = minimize((NT) => minimize((DT) => lossAt(NT, DT), teacher!.D / 5, teacher!.D * 5).value, teacher!.N / 5, teacher!.N * 5);
      expect(Math.abs(found.value - loss)).toBeLessThan(1e-9);
    }
  });
  test("the teacher is the cheapest for its loss: trained once, and served on the student's tokens", () => {
    const { alpha, beta, A, B } = supervised;
    for (const NS of sizes) for (const C of [1e20, 1e22, 1e24]) for (const id of ["pretraining", "both"] as const) {
      const { student, teacher } = at(NS, C, id);
      const parameters = alpha * A * teacher!.N ** -alpha;
      const tokens = beta * B * teacher!.D ** -beta * costElasticity(teacher!.N) * (1 + (scenarios[id].logits * student.D) / (3 * teacher!.D));
      expect(relativeError(parameters, tokens)).toBeLessThan(1e-9);
    }
  });
  test("a teacher paid only a little is nearly the free one", () => {
    const student = { N: 1e9, D: optimalSupervised(1e9, 1e22).D };
    expect(optimalDistillation(1e9, 1e22, { logits: 0, pretraining: 1e-9 }).loss - idealTeacher(student).loss).toBeLessThan(1e-6);
    expect(at(1e9, 1e22, "best").loss).toBe(idealTeacher(student).loss);
  });
  test("what is paid costs loss: best ≤ inference ≤ both and best ≤ pretraining ≤ both", () => {
    for (const NS of sizes) for (let x = 20; x <= 25; x++) {
      const [best, inference, pretraining, both] = scenarioIds.map((id) => at(NS, 10 ** x, id).loss) as [number, number, number, number];
      expect(Math.min(inference, pretraining) - best).toBeGreaterThan(-1e-9);
      expect(both - Math.max(inference, pretraining)).toBeGreaterThan(-1e-9);
    }
  });
  test("no compute, no student", () => {
    expect(() => optimalDistillation(1e9, 0, scenarios.both)).toThrow("compute must be positive: 0");
    expect(() => optimalDistillation(1e9, 1e14, scenarios.both)).toThrow("compute must be enough to train a teacher of 1000000 parameters: 100000000000000");
  });
});

describe("what the paper says of the optimum", () => {
  test("Table 3, a student up to 3B: teacher pretraining is the largest part at 1e20 and 1e21; at 1e25 student and logits have half each within 8 %", () => {
    for (const NS of [3e8, 1e9, 3e9]) {
      for (const C of [1e20, 1e21]) expect(shares(NS, C)[2]).toBe(Math.max(...shares(NS, C)));
      for (const part of shares(NS, 1e25).slice(0, 2)) expect(Math.abs(part - 50)).toBeLessThanOrEqual(8);
      expect(shares(NS, 1e25)[2]).toBeLessThan(10);
    }
  });
  test("Table 3, a student of 10B: thirds at 1e25 within 12 %, but not at 1e26", () => {
    expect(shares(1e10, 1e25)).toEqual([31, 45, 23]);
    expect(shares(1e10, 1e26)).toEqual([38, 51, 10]);
  });
  test("Table 3 has a 10B student spend mostly on itself up to 1e21; the law has it spend mostly on pretraining the teacher", () => {
    expect(shares(1e10, 1e20)).toEqual([18, 1, 81]);
    expect(shares(1e10, 1e21)).toEqual([42, 3, 55]);
    for (const C of [1e20, 1e21]) expect(shares(1e10, C)[0]).not.toBeGreaterThan(50);
  });
  test("a teacher whose training alone is paid has 14 to 16 tokens a parameter; with its logits paid too they grow without end", () => {
    const perParameter = (C: number, id: ScenarioId) => at(1e10, C, id).teacher!.D / at(1e10, C, id).teacher!.N;
    for (const C of [1e20, 1e22, 1e24, 1e26]) expect(perParameter(C, "pretraining")).toSatisfy((M: number) => M > 14 && M < 16);
    expect([1e20, 1e22, 1e24, 1e25].map((C) => perParameter(C, "both").toFixed(0))).toEqual(["16", "21", "56", "183"]);
  });
  test("with the logits alone paid, a small budget buys a huge teacher for few tokens and a larger one a teacher near the student: the optimum jumps", () => {
    const { student, teacher } = at(1e9, 1e20, "inference");
    expect([(teacher!.N / 1e9).toFixed(1), (student.D / 1e9).toFixed(1)]).toEqual(["25.5", "1.6"]);
    expect(teacherRatio(1e9, 1e21, "inference").toFixed(2)).toBe("1.32");
  });
  test("the text has the best teacher settle slightly above its student; the law has it at 2.3 to 4.5 times, past a peak", () => {
    expect([1e23, 1e24, 1e25, 1e26, 1e27].map((C) => teacherRatio(1e10, C, "both").toFixed(2))).toEqual(["1.68", "3.40", "4.48", "4.14", "3.69"]);
    for (const NS of sizes) expect(teacherRatio(NS, 1e27, "both")).toSatisfy((r: number) => r > 2.3 && r < 4.5);
    for (const NS of sizes) expect(teacherRatio(NS, 1e27, "inference")).toSatisfy((r: number) => r > 2.2 && r < 3.2);
  });
});

describe("distillation against labels", () => {
  const crossings = (id: ScenarioId) => sizes.map((NS) => Math.log10(crossover(NS, scenarios[id], 1e20, 1e26))) as [number, number, number, number];
  test.each([["best", [22.97, 22.34, 22.97, 24.26]], ["inference", [21.81, 21.56, 22.21, 23.26]]] as const)("%s: a student wins up to about 10 to the %j FLOP, growing with its size from 1B on as the paper says; 300M breaks the order", (id, read) => {
    const [smallest, ...others] = crossings(id);
    [smallest, ...others].forEach((x, i) => expect(Math.abs(x - read[i]!)).toBeLessThan(0.3));
    expect(others).toEqual([...others].sort((a, b) => a - b));
    expect(smallest).toBeGreaterThan(others[0]);
    sizes.forEach((NS, i) => {
      for (const C of [-1 / 3, 1 / 3].map((shift) => 10 ** (read[i]! + shift))) {
        expect(Math.abs(advantage(NS, C, scenarios[id])) / optimalSupervised(NS, C).loss, "ill-conditioned: the same to 0.4 % a third of a decade away").toBeLessThan(4e-3);
      }
    });
  });
  test("with the teacher's training and logits paid, labels win from 1e21 to 1e26, as the paper says", () => {
    for (const NS of sizes) for (let x = 21; x <= 26; x++) expect(advantage(NS, 10 ** x, scenarios.both)).toBeLessThan(0);
  });
  test("but not always: below 10^18.6, 19.5 and 20.5 FLOP a student of 1B, 3B and 10B wins, who would see less than one label a parameter", () => {
    ([[1e9, 18.64], [3e9, 19.51], [1e10, 20.47]] as const).forEach(([NS, x]) => {
      expect(advantage(NS, 10 ** (x - 0.1), scenarios.both)).toBeGreaterThan(0);
      expect(advantage(NS, 10 ** (x + 0.1), scenarios.both)).toBeLessThan(0);
      expect(optimalSupervised(NS, 10 ** x).D / NS).toBeLessThan(1);
    });
  });
  test("nor with the training alone paid: a 300M student wins by up to .0034 nats from 10^21.3 to 10^22.9", () => {
    const won = [21.2, 21.3, 21.75, 22.9, 23].map((x) => advantage(3e8, 10 ** x, scenarios.pretraining));
    expect(won.map((x) => x > 0)).toEqual([false, true, true, true, false]);
    expect(won[2]!.toFixed(4)).toBe("0.0034");
  });
});
