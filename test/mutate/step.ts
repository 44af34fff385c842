/** How far a number is moved: 1 % of it, or one unit of its last printed digit, whichever is larger. */
export function step(raw: string): number {
  return Math.max(Math.abs(Number(raw.replaceAll("_", ""))) / 100, lastDigit(raw));
}

/** One unit of the last printed digit: 0.001 of 0.076, 1e12 of 1e12, 1 of 124_439_808. */
export function lastDigit(raw: string): number {
  const [mantissa = "", exponent = "0"] = raw.replaceAll("_", "").toLowerCase().split("e");
  const decimals = mantissa.split(".")[1]?.length ?? 0;
  return Number(`1e${Number(exponent) - decimals}`);
}
