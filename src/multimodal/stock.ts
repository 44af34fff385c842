import { fraction, positive } from "../domain.ts";
import { appendixD, type Pictures, type Video } from "./tables.ts";

const secondsPerHour = 3600;
const minutesPerYear = 365.25 * 24 * 60;

/** Tokens in the pictures of some years: 6e14, printed as "a few hundred trillion". Villalobos et al. 2024, Appendix D. */
export function imageTokens({ imagesPerYear, tokensPerImage, years }: Pictures = appendixD): number {
  return positive("images a year", imagesPerYear) * positive("tokens per image", tokensPerImage) * positive("years", years);
}

/** Seconds of video a year if so many hours are uploaded each minute: 9.5e11 for the 500 of YouTube, printed as 1e12. */
export function videoSeconds(uploadedHoursPerMinute: number = appendixD.uploadedHoursPerMinute): number {
  return positive("hours a minute", uploadedHoursPerMinute) * secondsPerHour * minutesPerYear;
}

/**
 * Tokens in the video of some years, on YouTube and, it having a share of all, everywhere: 2.8e14 and 4.1e15.
 * The paper prints 1e14 and about 1e15: only the order of magnitude.
 */
export function videoTokens({ uploadedHoursPerMinute, tokensPerSecond, years, youTubeShare }: Video = appendixD): { youTube: number; all: number } {
  const youTube = videoSeconds(uploadedHoursPerMinute) * positive("tokens a second", tokensPerSecond) * positive("years", years);
  return { youTube, all: youTube / fraction("share", youTubeShare) };
}
