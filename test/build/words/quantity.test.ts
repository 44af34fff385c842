import { expect, test } from "vitest";
import { readQuantity } from "../../../build/words/quantity.ts";
import { show } from "../../../build/words/show.ts";

test.each([
  ["2000", "chips", 2000], ["2000chips", "chips", 2000], ["2,000 chips", "chips", 2000], ["1 chip", "chips", 1], ["2K", "chips", 2000], ["2K chips", "chips", 2000],
  ["70B", "parameters", 70e9], ["70B parameters", "parameters", 70e9], ["15T tokens", "tokens", 15e12], ["1.5M", "tokens", 1.5e6], ["-3", "tokens", -3], ["−3", "tokens", -3],
  ["989 TFLOP/s", "FLOP/s", 989e12], ["0.989 PFLOP/s", "FLOP/s", 989e12], ["989e12", "FLOP/s", 989e12], ["1.03×10²⁴ FLOP", "FLOP", 1.03e24], ["1×10⁻³", "1", 0.001], ["3 EFLOP", "FLOP", 3e18],
  ["35 %", "1", 0.35], ["35%", "1", 0.35], ["0.35", "1", 0.35],
  ["640 GB", "GB", 640], ["0.64 TB", "GB", 640], ["640", "GB", 640], ["640e9 B", "GB", 640], ["80 GB", "bytes", 80e9], ["16 bytes", "bytes", 16],
  ["$2.50", "$", 2.5], ["2.50 $", "$", 2.5], ["$1.2M", "$", 1.2e6], ["10×", "×", 10], ["10x", "×", 10],
  ["30 d", "days", 30], ["1 day", "days", 1], ["720 h", "days", 30], ["2 weeks", "days", 14], ["1 h", "s", 3600], ["0.4 powers of ten a year", "powers of ten a year", 0.4],
])("%s is so many %s: %d", (text, unit, value) => expect(readQuantity(text, unit)).toEqual({ value }));

test.each([
  ["989 TFLOP", "FLOP/s", "TFLOP"], ["989 FLOPs", "FLOP/s", "FLOPs"], ["1e24 FLOP/s", "FLOP", "FLOP/s"], ["2000 tokens", "chips", "tokens"], ["40 %", "chips", "%"], ["40 chips", "1", "chips"],
  ["70 b", "parameters", "b"], ["3 Xtokens", "tokens", "Xtokens"], ["30 d", "chips", "d"], ["5 m", "days", "m"], ["3 parameters B", "parameters", "parameters B"], ["1 1", "1", null],
  ["0x10", "1", null], ["many", "1", null], ["", "1", null], ["1,00", "1", null], ["1e", "1", "e"], ["$3", "1", null], ["1 GFLOP/s", "GB", "GFLOP/s"],
])("%s is no number of %s", (text, unit, other) => {
  expect(readQuantity(text, unit)).toEqual(other === null ? undefined : { otherUnit: other });
});

test.each([
  [2000, "chips"], [97.1e9, "parameters"], [1.03e24, "FLOP"], [0.14, "%"], [141e9, "bytes"], [2.5, "$"], [-7.25, "days"], [14e12, "tokens"], [3.5, "×"],
])("what show writes is read as it was meant: %d %s", (value, unit) => {
  expect(readQuantity(show(value, { unit }).text, unit === "%" ? "1" : unit)).toEqual({ value });
});
