import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { everyLaw } from "../../../src/laws/every-law.ts";
import { relativeError } from "../relative.ts";

/** Parameters, tokens and loss as a program in Python gives them, written independently of this one, to five digits. */
const elsewhere: [C: number, rows: [law: string, N: number, D: number, loss?: number][]][] = [
  [1e18, [
    ["Kaplan, C = C_min", 5.0152e07, 3.3232e09],
    ["Kaplan, C_min = C/2", 3.0237e07, 5.5120e09],
    ["Hoffmann, approach 1", 9.1645e07, 1.8186e09],
    ["Hoffmann, approach 2", 9.5488e07, 1.7454e09],
    ["Hoffmann, approach 3", 9.4663e07, 1.7606e09, 3.44807],
    ["Hoffmann, approach 3, rounded constants", 8.0582e07, 2.0683e09, 3.5353],
    ["Hoffmann, approach 3, line through Table A3", 9.6327e07, 1.7302e09],
    ["Besiroglu, as printed", 8.0532e07, 2.0696e09, 3.49049],
    ["Porian, last rung", 1.0456e08, 1.5939e09],
    ["DeepSeek LLM", 7.8255e07, 2.1300e09],
    ["Llama 3, text", 1.6575e08, 1.0055e09],
    ["Llama 3, Figure 3", 1.2028e08, 1.3857e09],
  ]],
  [5.76e23, [
    ["Kaplan, C = C_min", 8.0426e11, 1.1936e11],
    ["Kaplan, C_min = C/2", 4.8489e11, 1.9798e11],
    ["Hoffmann, approach 1", 6.7821e10, 1.4155e12],
    ["Hoffmann, approach 2", 6.3419e10, 1.5137e12],
    ["Hoffmann, approach 3", 4.0361e10, 2.3785e12, 1.91841],
    ["Hoffmann, approach 3, rounded constants", 3.2190e10, 2.9823e12, 1.93075],
    ["Hoffmann, approach 3, line through Table A3", 4.2232e10, 2.2732e12],
    ["Besiroglu, as printed", 7.2249e10, 1.3287e12, 1.97444],
    ["Porian, last rung", 7.6162e10, 1.2605e12],
    ["DeepSeek LLM", 8.1979e10, 1.1712e12],
    ["Llama 3, text", 8.4499e10, 1.1361e12],
    ["Llama 3, Figure 3", 5.5880e10, 1.7180e12],
  ]],
  [1000 * 30 * 86_400 * 0.4 * 989.4e12, [
    ["Kaplan, C = C_min", 1.2256e12, 1.3949e11],
    ["Kaplan, C_min = C/2", 7.3895e11, 2.3137e11],
    ["Hoffmann, approach 1", 9.0409e10, 1.8910e12],
    ["Hoffmann, approach 2", 8.4143e10, 2.0319e12],
    ["Hoffmann, approach 3", 5.2527e10, 3.2548e12, 1.89917],
    ["Hoffmann, approach 3, rounded constants", 4.1775e10, 4.0926e12, 1.91033],
    ["Hoffmann, approach 3, line through Table A3", 5.5029e10, 3.1069e12],
    ["Besiroglu, as printed", 9.7121e10, 1.7604e12, 1.95907],
    ["Porian, last rung", 1.0146e11, 1.6851e12],
    ["DeepSeek LLM", 1.1095e11, 1.5412e12],
    ["Llama 3, text", 1.1083e11, 1.5426e12],
    ["Llama 3, Figure 3", 7.2996e10, 2.3421e12],
  ]],
  [1e26, [
    ["Kaplan, C = C_min", 3.4697e13, 4.8035e11],
    ["Kaplan, C_min = C/2", 2.0919e13, 7.9673e11],
    ["Hoffmann, approach 1", 8.8491e11, 1.8834e13],
    ["Hoffmann, approach 2", 7.9338e11, 2.1007e13],
    ["Hoffmann, approach 3", 4.2500e11, 3.9216e13, 1.79464],
    ["Hoffmann, approach 3, rounded constants", 3.3048e11, 5.0432e13, 1.79906],
    ["Hoffmann, approach 3, line through Table A3", 4.4954e11, 3.7075e13],
    ["Besiroglu, as printed", 1.0159e12, 1.6405e13, 1.8799],
    ["Porian, last rung", 9.8760e11, 1.6876e13],
    ["DeepSeek LLM", 1.2244e12, 1.3614e13],
    ["Llama 3, text", 9.5379e11, 1.7474e13],
    ["Llama 3, Figure 3", 6.0838e11, 2.7395e13],
  ]],
];
const additions = ["Besiroglu", "Pearce & Song", "Porian", "DeepSeek LLM", "Llama 3", "Gadre"];
const compute = fc.double({ min: 17, max: 27, noNaN: true }).map((u) => 10 ** u);
const of = (law: string, C: number) => everyLaw(C).find((each) => each.law === law)!;

describe("one budget under every law", () => {
  test.each(elsewhere)("of %g FLOP is what a second implementation says, to its five digits", (C, rows) => {
    for (const [law, N, D, loss] of rows) {
      const answer = of(law, C);
      expect(relativeError(answer.N, N), `N of ${law}`).toBeLessThan(6e-5);
      expect(relativeError(answer.D, D), `D of ${law}`).toBeLessThan(6e-5);
      if (loss !== undefined) expect(Math.abs(answer.loss! - loss), `loss of ${law}`).toBeLessThan(6e-6);
    }
  });
  test("of the talk, a thousand H100 for thirty days, is anything from 42 to 1,230 billion parameters", () => {
    const sizes = everyLaw(1000 * 30 * 86_400 * 0.4 * 989.4e12).map(({ N }) => N / 1e9);
    expect([Math.min(...sizes).toFixed(0), Math.max(...sizes).toPrecision(3)]).toEqual(["42", "1.23e+3"]);
  });
  test("is spent to the last FLOP by all, but for DeepSeek's D, whose printed constants miss C = MD by 0.01 %", () => {
    fc.assert(fc.property(compute, (C) => {
      for (const { law, N, D } of everyLaw(C)) expect(relativeError(6 * N * D, C)).toBeLessThan(law === "DeepSeek LLM" ? 5e-4 : 1e-11);
    }), { numRuns: 50 });
  });
  test("gives more parameters, more tokens and a lower loss when it grows", () => {
    fc.assert(fc.property(compute, fc.double({ min: 1.01, max: 100, noNaN: true }), (C, factor) => {
      const more = everyLaw(C * factor);
      everyLaw(C).forEach(({ N, D, loss }, i) => {
        expect(more[i]!.N).toBeGreaterThan(N);
        expect(more[i]!.D).toBeGreaterThan(D);
        if (loss !== undefined) expect(more[i]!.loss).toBeLessThan(loss);
      });
    }), { numRuns: 50 });
  });
  test("says which laws are additions to the talk, and none is named twice", () => {
    const answers = everyLaw(1e21);
    for (const { law, inTheTalk } of answers) expect(inTheTalk).toBe(!additions.some((name) => law.startsWith(name)));
    expect(new Set(answers.map(({ law }) => law)).size).toBe(answers.length);
    for (const { constants } of answers) expect(constants.source.length * constants.where.length).toBeGreaterThan(0);
  });
  test("lies inside no law's runs at Gopher's budget; how far outside is said in decades, below zero beneath the lower end", () => {
    const answers = everyLaw(5.8e23).toSorted((a, b) => a.extrapolation.decades - b.extrapolation.decades);
    expect(answers[0]!.extrapolation.decades).toBeGreaterThan(0.4);
    expect(relativeError(of("Porian, last rung", 2.56e23).outside.C!, 4)).toBeLessThan(1e-12);
    expect(relativeError(of("Hoffmann, approach 2", 3e23).outside.C!, 2)).toBeLessThan(1e-12);
    expect(relativeError(of("Kaplan, C_min = C/2", 2 * 8.64e22).outside.C!, 3)).toBeLessThan(1e-12);
    expect(of("Llama 3, text", 1e21).outside).toEqual({ N: 0, C: 0 });
    expect(of("Gadre, C4", 1e19).outside.M).toBeLessThan(0);
    expect(relativeError(of("Llama 3, text", 6e17).outside.C!, -1)).toBeLessThan(1e-12);
  });
  test("Besiroglu's two fits differ by 1.3 % in parameters at Gopher's budget", () => {
    expect(of("Besiroglu, least Huber loss", 5.8e23).N / of("Besiroglu, as printed", 5.8e23).N - 1).toSatisfy((x: number) => x > 0.012 && x < 0.014);
  });
  test("Pearce & Song's is the law it was made of, once embeddings weigh nothing", () => {
    for (const [theirs, its] of [["Hoffmann", "Hoffmann, approach 3"], ["Besiroglu", "Besiroglu, as printed"]] as const) {
      const gap = (C: number) => Math.abs(of(`Pearce & Song, constants of ${theirs}`, C).N / of(its, C).N - 1);
      expect(gap(1e27)).toBeLessThan(0.002);
      expect(gap(1e20)).toBeGreaterThan(0.05);
    }
  });
  test("no compute, no answer", () => {
    expect(() => everyLaw(0)).toThrow("compute must be positive: 0");
  });
});
