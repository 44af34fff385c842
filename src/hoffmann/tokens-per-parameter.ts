import { positive } from "../domain.ts";
import { frontier, optimum } from "../parametric/optimum.ts";
import { tokensFor } from "../transformer/six-n-d.ts";
import { inFull, rounded } from "./approach-3.ts";
import { gopherBudget } from "./gopher-budget.ts";
import { table2 } from "./table-2.ts";
import { approach3AsTabulated } from "./tabulated-law.ts";

/**
 * Tokens per parameter of approach 3 for C FLOP, which is four numbers: by the unrounded constants; by the rounded ones;
 * by the line through Table A3; and by the unrounded G with the ends of Table 2's interval for a in place of β/(α+β), which
 * is the curve that Besiroglu et al. 2024 draw for Hoffmann. The often quoted 70 is of the last kind.
 */
export function approach3TokensPerParameter(C: number = gopherBudget.C): { inFull: number; rounded: number; tabulated: number; interval: [low: number, high: number] } {
  const [low, high] = table2.approach3.interval.a;
  return {
    inFull: ratio(optimum(inFull, C).N, C),
    rounded: ratio(optimum(rounded, C).N, C),
    tabulated: ratio(approach3AsTabulated(C).N, C),
    interval: [ratio(sizeWith(high, C), C), ratio(sizeWith(low, C), C)],
  };
}

/** N = G (C/6)^a with the unrounded G and another exponent. */
function sizeWith(a: number, C: number): number {
  return frontier(inFull).G * (positive("compute", C) / 6) ** a;
}

function ratio(N: number, C: number): number {
  return tokensFor(C, N) / N;
}
