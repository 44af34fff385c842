import { describe, expect, test } from "vitest";
import { imageTokens, videoSeconds, videoTokens } from "../../../src/multimodal/stock.ts";
import { secondsToFill, streamedTokens } from "../../../src/multimodal/streaming.ts";
import { twoND } from "../../../src/transformer/six-n-d.ts";
import { expectDimensions } from "../dimensions.ts";
import { relativeError } from "../relative.ts";

describe("Tokens beyond text (Villalobos, Appendix D)", () => {
  test("2e12 pictures a year at 30 tokens for ten years are 6e14, printed as a few hundred trillion", () => {
    expect(relativeError(imageTokens(), 6e14)).toBeLessThan(1e-12);
  });
  test("500 hours a minute are 9.5e11 seconds a year, printed as 1e12", () => {
    // 500 seconds a second, for a year of 31,557,600 seconds, is 500 hours an hour; a minute has a sixtieth of that hour
    expect(relativeError(videoSeconds(), 500 * 60 * 31_557_600)).toBeLessThan(1e-12);
    expect([videoSeconds().toExponential(1), videoSeconds().toExponential(0)]).toEqual(["9.5e+11", "9e+11"]);
  });
  test("at 30 tokens a second for ten years 2.8e14, where 1e14 is printed", () => {
    const { youTube } = videoTokens();
    expect(relativeError(youTube, 30 * 10 * 500 * 60 * 31_557_600)).toBeLessThan(1e-12);
    expect([youTube.toExponential(1), Math.floor(Math.log10(youTube))]).toEqual(["2.8e+14", 14]);
  });
  test("YouTube being 7 % of all, 4.1e15, where about 1e15 is printed", () => {
    const { youTube, all } = videoTokens();
    expect(relativeError(all, youTube / 0.07)).toBeLessThan(1e-12);
    expect([all.toExponential(1), Math.floor(Math.log10(all))]).toEqual(["4.1e+15", 15]);
  });
  test("are tokens", () => {
    const video = { uploadedHoursPerMinute: [500, {}], tokensPerSecond: [30, { token: 1, second: -1 }], years: [10, { second: 1 }], youTubeShare: [0.07, {}] } as const;
    expectDimensions((x) => videoTokens(x).all, video, { token: 1 });
    expectDimensions(imageTokens, { imagesPerYear: [2e12, { second: -1 }], tokensPerImage: [30, { token: 1 }], years: [10, { second: 1 }] }, { token: 1 });
  });
  test("nothing from no pictures", () => {
    expect(() => imageTokens({ imagesPerYear: 0, tokensPerImage: 30, years: 10 })).toThrow("images a year must be positive: 0");
    expect(() => videoTokens({ uploadedHoursPerMinute: 500, tokensPerSecond: 30, years: 10, youTubeShare: 7 })).toThrow("share must be above 0 and at most 1: 7");
  });
});

describe("A camera as a stream of tokens", () => {
  test("a frame and the sound of a second are 290 tokens", () => {
    expect(streamedTokens()).toBe(290);
  });
  test("two frames a second add a frame, sound left out takes its own", () => {
    const stream = { tokensPerFrame: 200, framesPerSecond: 1, audioTokensPerSecond: 40 };
    expect(streamedTokens({ ...stream, framesPerSecond: 2 }) - streamedTokens(stream)).toBe(200);
    expect(streamedTokens(stream) - streamedTokens({ ...stream, audioTokensPerSecond: 0 })).toBe(40);
  });
  test("128k of context are full after 7.5 minutes", () => {
    expect((secondsToFill(131_072) / 60).toFixed(1)).toBe("7.5");
  });
  test("70B parameters read a second of it in 206 ms on one v5e of 1.97e14 FLOP/s, 12.9 ms on sixteen", () => {
    const seconds = twoND(70e9, streamedTokens()) / 1.97e14;
    expect([(1e3 * seconds).toFixed(0), ((1e3 * seconds) / 16).toFixed(1)]).toEqual(["206", "12.9"]);
  });
  test("fills in seconds", () => {
    expectDimensions(({ context, frame }) => secondsToFill(context, { tokensPerFrame: frame, framesPerSecond: 1, audioTokensPerSecond: 0 }),
      { context: [131_072, { token: 1 }], frame: [250, { token: 1, second: -1 }] }, { second: 1 });
    expect(() => secondsToFill(0)).toThrow("context must be positive: 0");
  });
});
