import type { Ranges } from "./range.ts";

/** How a number reached this library: read in the paper or the maker's own page, quoted by somebody else, or remembered. */
export type Confidence = "read in source" | "secondary" | "memory";

/** Where a published constant comes from; every table of constants carries one. */
export interface Published {
  readonly source: string;
  readonly where: string;
  readonly confidence: Confidence;
  /** the runs that the constants were fitted to, where the source says: data, sizes, budgets */
  readonly fittedOn?: string;
  /** the ends of those runs by symbol, which tell how far a point is extrapolated */
  readonly range?: Ranges;
  readonly note?: string;
}
