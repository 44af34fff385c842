import type { Published } from "../published.ts";

/** What a camera sends: tokens of a frame, frames a second, tokens of sound a second. */
export interface Stream {
  readonly tokensPerFrame: number;
  readonly framesPerSecond: number;
  readonly audioTokensPerSecond: number;
}

/** Pictures the world takes in a year, what each is worth in tokens, and for how many years. */
export interface Pictures {
  readonly imagesPerYear: number;
  readonly tokensPerImage: number;
  readonly years: number;
}

/** Hours of video uploaded to YouTube each minute, tokens in a second of it, years, and YouTube's share of all video. */
export interface Video {
  readonly uploadedHoursPerMinute: number;
  readonly tokensPerSecond: number;
  readonly years: number;
  readonly youTubeShare: number;
}

/** Pictures taken and videos uploaded in the world, and the tokens that each might be worth. */
export const appendixD = {
  imagesPerYear: 2e12, tokensPerImage: 30, years: 10,
  uploadedHoursPerMinute: 500, tokensPerSecond: 30, youTubeShare: 0.07,
  source: "Villalobos et al. 2024", where: "Appendix D", confidence: "read in source",
} as const satisfies Published & Pictures & Video;

/** What a second of video is to Gemini's interface: a frame a second and the sound. */
export const geminiStream = {
  tokensPerFrame: 258, framesPerSecond: 1, audioTokensPerSecond: 32,
  source: "Gemini API documentation", where: "video and audio understanding", confidence: "secondary",
} as const satisfies Published & Stream;
