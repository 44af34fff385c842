import { describe, test } from "vitest";
import { criticalBatch } from "../../../src/kaplan/critical-batch.ts";
import { lossOfData } from "../../../src/kaplan/loss-of-data.ts";
import { lossOfSizeAndData } from "../../../src/kaplan/loss-of-size-and-data.ts";
import { lossOfSizeAndSteps } from "../../../src/kaplan/loss-of-size-and-steps.ts";
import { lossOfSize, sizeOfLoss } from "../../../src/kaplan/loss-of-size.ts";
import { minimalCompute } from "../../../src/kaplan/minimal-compute.ts";
import { minimalSteps } from "../../../src/kaplan/minimal-steps.ts";
import { dataForOverfitting } from "../../../src/kaplan/overfitting.ts";
import { forwardFlops, size } from "../../../src/kaplan/size.ts";
import { computeForLoss } from "../../../src/kaplan/suboptimal-size.ts";
import { efficientFrontier } from "../../../src/kaplan/efficient-frontier.ts";
import { pfDay } from "../../../src/kaplan/pf-day.ts";
import { table2, table3, table5 } from "../../../src/kaplan/tables.ts";
import { expectDimensions, type Quantity } from "../dimensions.ts";

const parameters = (value: number): Quantity => [value, { parameter: 1 }];
const tokens = (value: number): Quantity => [value, { token: 1 }];
const { alphaN, alphaD } = table2;

describe("dimensions", () => {
  test("a loss is that of a ratio to a scale: nats, whatever parameters and tokens are counted in", () => {
    expectDimensions(({ N, Nc }) => lossOfSize(N, { alphaN, Nc }), { N: parameters(1e9), Nc: parameters(table5.Nc) }, {});
    expectDimensions(({ D, Dc }) => lossOfData(D, { alphaD, Dc }), { D: tokens(1e10), Dc: tokens(table5.Dc) }, {});
  });
  test("so is that of size and data, and that of size and steps", () => {
    const inputs = { N: parameters(1e9), D: tokens(1e10), Nc: parameters(table2.Nc), Dc: tokens(table2.Dc) };
    expectDimensions(({ N, D, Nc, Dc }) => lossOfSizeAndData(N, D, { alphaN, alphaD, Nc, Dc }), inputs, {});
    expectDimensions(({ N, Nc }) => lossOfSizeAndSteps(N, 1e5, { ...table3, Nc }), { N: parameters(1e9), Nc: parameters(table3.Nc) }, {});
  });
  test("the size of a loss is parameters, the critical batch tokens, the data against overfitting tokens", () => {
    expectDimensions(({ Nc }) => sizeOfLoss(2.5, { alphaN, Nc }), { Nc: parameters(table5.Nc) }, { parameter: 1 });
    expectDimensions(({ Bstar }) => criticalBatch(2.5, { alphaB: table5.alphaB, Bstar }), { Bstar: tokens(table5.Bstar) }, { token: 1 });
    const inputs = { N: parameters(1e9), Nc: parameters(table2.Nc), Dc: tokens(table2.Dc) };
    expectDimensions(({ N, Nc, Dc }) => dataForOverfitting(N, 0.02, { alphaN, alphaD, Nc, Dc }), inputs, { token: 1 });
  });
  test("C_min is what C is and S_min what S is, whatever the batch is counted in", () => {
    const batches = { B: tokens(524_288), critical: tokens(2e6) };
    expectDimensions(({ C, B, critical }) => minimalCompute(C, B, critical), { C: [1e20, { FLOP: 1 }], ...batches }, { FLOP: 1 });
    expectDimensions(({ B, critical }) => minimalSteps(1e5, B, critical), batches, {});
  });
  test("compute to a loss is parameters times tokens, and the frontier takes it apart into both", () => {
    const scales = { Nc: parameters(table5.Nc), Bstar: tokens(table5.Bstar) };
    expectDimensions(({ N, Nc, Bstar }) => computeForLoss(N, 2.7, { ...table5, Nc, Bstar }), { N: parameters(1e9), ...scales }, { parameter: 1, token: 1 });
    const C: Quantity = [pfDay, { parameter: 1, token: 1 }];
    expectDimensions(({ C, Nc, Bstar }) => efficientFrontier(C, { ...table5, Nc, Bstar }).N, { C, ...scales }, { parameter: 1 });
    expectDimensions(({ C, Nc, Bstar }) => efficientFrontier(C, { ...table5, Nc, Bstar }).B, { C, ...scales }, { token: 1 });
    expectDimensions(({ C, Nc, Bstar }) => efficientFrontier(C, { ...table5, Nc, Bstar }).L, { C, ...scales }, {});
  });
  test("a model of twice the layers has twice the parameters and takes twice the FLOP", () => {
    const layers: Quantity = [12, { parameter: 1 }];
    expectDimensions(({ layers }) => size({ layers, model: 768 }), { layers }, { parameter: 1 });
    expectDimensions(({ layers }) => forwardFlops({ layers, model: 768 }, 1024), { layers }, { parameter: 1 });
  });
});
