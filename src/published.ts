/** How a number reached this library: read in the paper or the maker's own page, quoted by somebody else, or remembered. */
export type Confidence = "read in source" | "secondary" | "memory";

/** Where a published constant comes from; every table of constants carries one. */
export interface Published {
  readonly source: string;
  readonly where: string;
  readonly confidence: Confidence;
  /** the range over which the constants were fitted, where the source states it */
  readonly fittedOn?: string;
  readonly note?: string;
}
