import type { Published } from "../published.ts";

/** The largest training sets: tokens in a year, and growth in powers of ten a year. */
export interface Datasets {
  readonly year: number;
  readonly tokens: number;
  readonly growth: number;
}

/** A web of pages: their number, bytes of text on each, bytes in a token, and growth a year as a fraction. */
export interface Web {
  readonly pages: number;
  readonly bytesPerPage: number;
  readonly bytesPerToken: number;
  readonly growth: number;
}

const villalobos = { source: "Villalobos et al. 2024", confidence: "read in source" } as const;

/** The indexed web as text. Growth a year is the middle of the 0 to 10 % they give. */
export const indexedWeb = {
  pages: 250e9, bytesPerPage: 7000, bytesPerToken: 4, growth: 0.05,
  interval: { pages: [100e9, 1200e9], bytesPerPage: [6100, 8200], bytesPerToken: [2, 5], growth: [0, 0.1] },
  ...villalobos, where: "Section 2.2.1",
} as const satisfies Published & Web & Record<string, unknown>;

/** What is left after filtering and what a second look adds. Both numbers are the report's choice within the paper's intervals. */
export const use = {
  kept: 0.2, epochs: 4,
  interval: { kept: [0.1, 0.4], epochs: [3, 5] },
  ...villalobos, where: "Sections 2.3.1 and 2.3.2",
} as const satisfies Published & Record<string, unknown>;

/** The largest data sets of 2024 and their growth, in powers of ten a year. */
export const largestDatasets = {
  year: 2024, tokens: 10e12, growth: 0.38,
  interval: { growth: [0.27, 0.48] },
  ...villalobos, where: "Section 2.4",
} as const satisfies Published & Datasets & Record<string, unknown>;

/** The effective stock at the year in which data sets reach it, in tokens. */
export const figure5 = { stock: 4e14, ...villalobos, where: "Figure 5, caption" } as const satisfies Published & Record<string, unknown>;
