import { budget, day } from "../hardware/budget.ts";
import { twoND } from "../transformer/six-n-d.ts";

/** Chips, not a whole number, that put so many tokens a day through N parameters: 2N·tokens/(86,400 s · peak · mfu). */
export function chipsForTraffic(N: number, tokensPerDay: number, peak: number, mfu = 0.4): number {
  return twoND(N, tokensPerDay) / budget({ chips: 1, seconds: day, peak }, mfu);
}

/** The reverse: tokens a day that so many chips put through N parameters. */
export function trafficOf(N: number, chips: number, peak: number, mfu = 0.4): number {
  return budget({ chips, seconds: day, peak }, mfu) / twoND(N, 1);
}
