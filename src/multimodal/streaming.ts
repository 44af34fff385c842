import { notNegative, positive } from "../domain.ts";
import { geminiStream, type Stream } from "./tables.ts";

/** Tokens a second of picture and sound: 290 for Gemini's interface. */
export function streamedTokens({ tokensPerFrame, framesPerSecond, audioTokensPerSecond }: Stream = geminiStream): number {
  return positive("tokens per frame", tokensPerFrame) * positive("frames a second", framesPerSecond) + notNegative("audio tokens a second", audioTokensPerSecond);
}

/** Seconds until a stream has filled a context of so many tokens: 7.5 minutes for 128k. */
export function secondsToFill(context: number, stream: Stream = geminiStream): number {
  return positive("context", context) / streamedTokens(stream);
}
