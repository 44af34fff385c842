import type { Published } from "../published.ts";

/** A row of Hoffmann's tables of predictions: N parameters are the best size for C FLOP. */
export interface Prediction {
  readonly N: number;
  readonly C: number;
}

const hoffmann = { source: "Hoffmann et al. 2022", confidence: "read in source" } as const;

/** Approach 1: the envelope of the training curves. Its tokens are C/6N but in the row of 67B, which prints 1.5T for 1.43T. */
export const approach1Predictions = {
  rows: [
    { N: 400e6, C: 1.92e19 }, { N: 1e9, C: 1.21e20 }, { N: 10e9, C: 1.23e22 }, { N: 67e9, C: 5.76e23 }, { N: 175e9, C: 3.85e24 },
    { N: 280e9, C: 9.90e24 }, { N: 520e9, C: 3.43e25 }, { N: 1e12, C: 1.27e26 }, { N: 10e12, C: 1.30e28 },
  ],
  range: { N: { from: 70e6, to: 16e9 }, D: { from: 5e9, to: 500e9 } },
  ...hoffmann, where: "Table 3", fittedOn: "the envelope of the training curves, at 1,500 values of compute",
} as const satisfies Published & { rows: readonly Prediction[] };

/** Approach 2: the isoFLOP curves. */
export const approach2Predictions = {
  rows: [
    { N: 400e6, C: 1.84e19 }, { N: 1e9, C: 1.20e20 }, { N: 10e9, C: 1.32e22 }, { N: 67e9, C: 6.88e23 }, { N: 175e9, C: 4.54e24 },
    { N: 280e9, C: 1.18e25 }, { N: 520e9, C: 4.19e25 }, { N: 1e12, C: 1.59e26 }, { N: 10e12, C: 1.75e28 },
  ],
  range: { N: { from: 70e6, to: 16e9 }, D: { from: 5e9, to: 500e9 }, C: { from: 6e18, to: 3e21 } },
  ...hoffmann, where: "Table A3", fittedOn: "the minima of parabolas in log N at nine budgets",
} as const satisfies Published & { rows: readonly Prediction[] };

/** Approach 3, without its row of 175B, which prints 1.26e24 FLOP for 12.0T tokens: less compute than the row of 67B, and a tenth of 6ND. */
export const approach3Predictions = {
  rows: [
    { N: 400e6, C: 2.21e19 }, { N: 1e9, C: 1.62e20 }, { N: 10e9, C: 2.46e22 }, { N: 67e9, C: 1.71e24 },
    { N: 280e9, C: 3.52e25 }, { N: 520e9, C: 1.36e26 }, { N: 1e12, C: 5.65e26 }, { N: 10e12, C: 8.55e28 },
  ],
  range: { N: { from: 70e6, to: 16e9 }, D: { from: 5e9, to: 500e9 } },
  ...hoffmann, where: "Table A3", fittedOn: "the final losses of all runs", note: "neither the rounded nor the unrounded constants of approach 3 give this table",
} as const satisfies Published & { rows: readonly Prediction[] };
