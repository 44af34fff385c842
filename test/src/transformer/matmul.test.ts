import { describe, expect, test } from "vitest";
import { matmul } from "../../../src/transformer/matmul.ts";

describe("a matmul", () => {
  test("counted one multiplication and one addition at a time, it is 2·rows·inner·columns", () => {
    let operations = 0;
    for (let row = 0; row < 3; row++) for (let column = 0; column < 7; column++) for (let k = 0; k < 5; k++) operations += 2;
    expect(matmul(3, 5, 7, "forward")).toBe(operations);
  });
  test("its backward pass is two matmuls of the same size: of X'G and of GW'", () => {
    expect(matmul(3, 5, 7, "backward")).toBe(matmul(5, 3, 7, "forward") + matmul(3, 7, 5, "forward"));
    expect(matmul(3, 5, 7)).toBe(matmul(3, 5, 7, "forward") + matmul(3, 5, 7, "backward"));
  });
});
