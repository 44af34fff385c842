import type { Published } from "../published.ts";

/** A transformer of GLaM: L layers, M wide, feed-forward H wide, heads of a width, and the words of its vocabulary. */
export interface Shape {
  readonly layers: number;
  readonly width: number;
  readonly hidden: number;
  readonly heads: number;
  readonly headWidth: number;
  readonly vocabulary: number;
}

/** The name before the stroke of "64B/64E", or of a dense model. */
export type Size = "0.1B" | "1.7B" | "8B" | "64B" | "137B";

/** Words of the two vocabularies that Table 4's counts need. */
const vocabularies = { small: 32e3, full: 256e3 } as const;

/**
 * The shapes of Table 4. The paper names one vocabulary, of 256,000 words. The counts it prints at 1.7B and 8B, and those
 * of Zhou et al. 2022 at 0.1B, need 32,000 instead, those at 64B need 256,000: the vocabularies here are inferred from
 * the counts. Only 0.1B's 130e6 dense and 145e6 active parameters fit neither.
 */
export const table4 = {
  "0.1B": { layers: 12, width: 768, hidden: 3072, heads: 12, headWidth: 64, vocabulary: vocabularies.small },
  "1.7B": { layers: 24, width: 2048, hidden: 8192, heads: 16, headWidth: 128, vocabulary: vocabularies.small },
  "8B": { layers: 32, width: 4096, hidden: 16384, heads: 32, headWidth: 128, vocabulary: vocabularies.small },
  "64B": { layers: 64, width: 8192, hidden: 32768, heads: 128, headWidth: 128, vocabulary: vocabularies.full },
  "137B": { layers: 64, width: 8192, hidden: 65536, heads: 128, headWidth: 128, vocabulary: vocabularies.small },
  source: "Du et al. 2022 (GLaM)", where: "Table 4", confidence: "secondary",
} as const satisfies Published & Record<Size, Shape>;
