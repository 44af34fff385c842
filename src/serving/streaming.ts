import { positive } from "../domain.ts";
import type { Published } from "../published.ts";

/** Tokens that a video stream becomes, as the Gemini API counts: one frame and 32 tokens of sound a second. */
export const geminiVideo = {
  tokensPerFrame: 258, framesPerSecond: 1, soundTokensPerSecond: 32,
  source: "Gemini API documentation", where: "tokens of video and audio", confidence: "memory",
} as const satisfies Published & Stream & Record<string, unknown>;

/** A stream by what one second of it becomes. */
export interface Stream {
  readonly tokensPerFrame: number;
  readonly framesPerSecond: number;
  readonly soundTokensPerSecond: number;
}

/** Tokens per second of a stream: 290 for Gemini's video with sound. */
export function streamTokens({ tokensPerFrame, framesPerSecond, soundTokensPerSecond }: Stream = geminiVideo): number {
  return tokensPerFrame * framesPerSecond + soundTokensPerSecond;
}

/** Seconds of a stream that fill a context of so many tokens. */
export function secondsToFill(context: number, stream: Stream = geminiVideo): number {
  return positive("context", context) / positive("tokens a second", streamTokens(stream));
}
