import type { Published } from "../published.ts";
import type { Pictures, Video } from "./stock.ts";
import type { Stream } from "./streaming.ts";

/** Pictures taken and videos uploaded in the world, and the tokens that each might be worth. */
export const appendixD = {
  imagesPerYear: 2e12, tokensPerImage: 30, years: 10,
  uploadedHoursPerMinute: 500, tokensPerSecond: 30, youTubeShare: 0.07,
  source: "Villalobos et al. 2024", where: "Appendix D", confidence: "read in source",
} as const satisfies Published & Pictures & Video;

/** What a second of video is to Gemini's interface: a frame a second and the sound. */
export const geminiStream = {
  tokensPerFrame: 258, framesPerSecond: 1, audioTokensPerSecond: 32,
  source: "Gemini API documentation", where: "token counting", confidence: "memory",
} as const satisfies Published & Stream;
