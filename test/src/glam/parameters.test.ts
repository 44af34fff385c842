import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { denseParameters, glamParameters, routedParameters } from "../../../src/glam/parameters.ts";
import { type Size, table4 } from "../../../src/glam/shapes.ts";
import { expertParameters } from "../../../src/transformer/experts.ts";
import { twoND } from "../../../src/transformer/six-n-d.ts";

const inBillions = (value: number, digits: number) => (value / 1e9).toFixed(digits);

describe("GLaM's parameters by rule, against Table 4", () => {
  test("1.7B/64E, /128E and /256E have 27, 53 and 104 billion, the last printed as 105", () => {
    expect([64, 128, 256].map((E) => inBillions(glamParameters("1.7B", E).total, 0))).toEqual(["27", "53", "104"]);
  });
  test("1.7B/32E has 14.0 billion by the rule that fits its neighbours, not the 20 billion printed (27 less half of 53 − 27 is 14 too)", () => {
    const { total } = glamParameters("1.7B", 32);
    expect(inBillions(total, 1)).toBe("14.0");
    expect(inBillions(total, 0)).not.toBe("20");
  });
  test("of these a token meets 1.878, 1.879 and 1.881 billion as printed, and 1.884 of 256, printed as 1.886", () => {
    expect([32, 64, 128, 256].map((E) => inBillions(glamParameters("1.7B", E).active, 3))).toEqual(["1.878", "1.879", "1.881", "1.884"]);
  });
  test("so 1.7B/64E has 10.5 % more active parameters than the dense 1.7B as printed, 12.1 % by rule: the same only roughly", () => {
    expect((100 * (1.879 / 1.7 - 1)).toFixed(1)).toBe("10.5");
    expect((100 * (glamParameters("1.7B", 64).active / glamParameters("1.7B").active - 1)).toFixed(1)).toBe("12.1");
  });
  test("8B/64E has 143 billion, 9.8 active; 64B/64E 1.2 trillion, 96.6 billion active; dense 1.7B and 8B are 1.7 and 8.7 billion", () => {
    const [eight, largest] = [glamParameters("8B", 64), glamParameters("64B", 64)];
    expect([inBillions(eight.total, 0), inBillions(eight.active, 1)]).toEqual(["143", "9.8"]);
    expect([(largest.total / 1e12).toFixed(1), inBillions(largest.active, 1)]).toEqual(["1.2", "96.6"]);
    expect([inBillions(glamParameters("1.7B").total, 1), inBillions(glamParameters("8B").total, 1)]).toEqual(["1.7", "8.7"]);
  });
  test("0.1B/64E has 1.9 billion; Expert Choice prints 548 million, 1.0 and 3.7 billion for 16, 32 and 128 experts of that size", () => {
    expect([32, 64, 128].map((E) => inBillions(glamParameters("0.1B", E).total, 1))).toEqual(["1.0", "1.9", "3.7"]);
    expect((glamParameters("0.1B", 16).total / 1e6).toFixed(0)).toBe("548");
  });
  test("the dense 0.1B is 138 million by rule and 130 printed; 152 active for 145; from the printed 130 the experts make 144", () => {
    expect([(glamParameters("0.1B").total / 1e6).toFixed(0), (glamParameters("0.1B", 64).active / 1e6).toFixed(0)]).toEqual(["138", "152"]);
    expect((routedParameters(130e6, table4["0.1B"], { experts: 64 }).active / 1e6).toFixed(0)).toBe("144");
  });
  test("the dense 137B has 137.4 billion without its embedding, as printed, and 137.7 with 32,000 words", () => {
    expect(inBillions(denseParameters({ ...table4["137B"], vocabulary: 0 }), 1)).toBe("137.4");
    expect(inBillions(glamParameters("137B").total, 1)).toBe("137.7");
  });
  test("one vocabulary of 256,000 for all would put 2.34 billion where 1.879 is printed; one of 32,000 would put 94.8 for 96.6", () => {
    const active = (size: Size, vocabulary: number) => routedParameters(denseParameters({ ...table4[size], vocabulary }), table4[size], { experts: 64 }).active;
    expect(inBillions(active("1.7B", 256e3), 2)).toBe("2.34");
    expect(inBillions(active("64B", 32e3), 1)).toBe("94.8");
  });
  test("twice the active parameters is 193 GFLOP a token, not the 180 printed beside GPT-3's 350, which is twice 175", () => {
    expect(inBillions(twoND(glamParameters("64B", 64).active, 1), 0)).toBe("193");
    expect((193 / 180 - 1).toFixed(3)).toBe("0.072");
    expect(inBillions(twoND(175e9, 1), 0)).toBe("350");
  });
});

describe("the rule itself", () => {
  const shapes = fc.constantFrom<Size>("0.1B", "1.7B", "8B", "64B", "137B");
  const experts = fc.integer({ min: 2, max: 4096 });
  test("active parameters grow by the routers alone, 0.02 % from 64 to 128 experts of a 64B, and total ones by the experts too", () => {
    fc.assert(fc.property(shapes, experts, (size, E) => {
      const { layers, width, hidden } = table4[size];
      const [fewer, more] = [glamParameters(size, E), glamParameters(size, E + 1)];
      expect(more.active - fewer.active).toBe((layers / 2) * width);
      expect(more.total - fewer.total).toBe((layers / 2) * (2 * width * hidden + width));
    }), { numRuns: 1000 });
    expect((100 * (glamParameters("64B", 128).active / glamParameters("64B", 64).active - 1)).toFixed(2)).toBe("0.02");
  });
  test("two experts of two, both chosen, are all active", () => {
    for (const size of ["0.1B", "1.7B", "8B", "64B", "137B"] as const) expect(glamParameters(size, 2).active).toBe(glamParameters(size, 2).total);
  });
  test("with gated experts of the same hidden width as two-matrix ones of 3/2 of it, the layer is the one of chapter 2", () => {
    const { layers, width, hidden } = table4["8B"];
    const layer = expertParameters({ width, mlpWidth: (2 * hidden) / 3, experts: 64, active: 2 });
    const gated = 3 * width * hidden;
    const { total, active } = routedParameters(1e12, table4["8B"], { experts: 64 });
    expect(Math.abs(total - 1e12 - (layers / 2) * (layer.total - gated))).toBeLessThan(0.5);
    expect(Math.abs(active - 1e12 - (layers / 2) * (layer.active - gated))).toBeLessThan(0.5);
  });
  test("no fewer experts than are chosen, and no dense model of nothing", () => {
    expect(() => glamParameters("8B", 1)).toThrow("chosen experts must not be more than experts: 2 > 1");
    expect(() => routedParameters(0, table4["8B"], { experts: 8 })).toThrow("dense parameters must be positive: 0");
    expect(() => denseParameters({ ...table4["8B"], layers: 0 })).toThrow("layers must be positive: 0");
  });
});
