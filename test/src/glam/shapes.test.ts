import { expect, test } from "vitest";
import { denseParameters, glamParameters } from "../../../src/glam/parameters.ts";
import { type Size, table4 } from "../../../src/glam/shapes.ts";

test("GLaM's shapes are round in binary: without embedding 8B has 2³³ parameters, 137B 2³⁷, 1.7B 3·2²⁹, 64B 5·2³⁴ and 0.1B 27·2²²", () => {
  const sizes = ["0.1B", "1.7B", "8B", "64B", "137B"] as const satisfies Size[];
  const rest = sizes.map((size) => denseParameters({ ...table4[size], vocabulary: 0 }));
  expect(rest).toEqual([27 * 2 ** 22, 3 * 2 ** 29, 2 ** 33, 5 * 2 ** 34, 2 ** 37]);
});
test("0.1B/16E has the 548 million parameters and 1.7B/32E the 1.878 billion active ones that are printed: what pins the smaller vocabulary", () => {
  expect((glamParameters("0.1B", 16).total / 1e6).toFixed(0)).toBe("548");
  expect((glamParameters("1.7B", 32).active / 1e9).toFixed(3)).toBe("1.878");
});
