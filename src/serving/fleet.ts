import { fraction, positive } from "../domain.ts";
import { day } from "../hardware/budget.ts";
import { twoND } from "../transformer/six-n-d.ts";

/** Chips, not a whole number, that put so many tokens a day through N parameters: 2N·tokens/(86,400 s · peak · mfu). */
export function chipsForTraffic(N: number, tokensPerDay: number, peak: number, mfu = 0.4): number {
  return twoND(N, tokensPerDay) / (day * positive("peak", peak) * fraction("mfu", mfu));
}

/** The reverse: tokens a day that so many chips put through N parameters. */
export function trafficOf(N: number, chips: number, peak: number, mfu = 0.4): number {
  return (positive("chips", chips) * day * positive("peak", peak) * fraction("mfu", mfu)) / twoND(N, 1);
}
