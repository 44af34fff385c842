import { notNegative } from "../domain.ts";
import { type RoutedLaw, table3 } from "./tables.ts";

/**
 * N_cutoff = 10^(−b/c): the parameters at which more experts stop helping, since d log L/d log Ê = b + c log₁₀ N.
 * Clark et al. 2022 print 937e9 (S-BASE), 85e9 (RL-R) and 83e9 (HASH), which the rounded constants of
 * Table 3 miss by up to 2.7 times: the exponent is 8 to 12, and c is printed to one or two digits.
 */
export function cutoff({ b, c }: Pick<RoutedLaw, "b" | "c"> = table3["S-BASE"]): number {
  return 10 ** (-b / c);
}

/** Between which values N_cutoff lies if b and c are only known to within `rounding`, half a unit of the third decimal in Table 3. */
export function cutoffWithin({ b, c }: Pick<RoutedLaw, "b" | "c"> = table3["S-BASE"], rounding = 0.0005): readonly [from: number, to: number] {
  const half = notNegative("rounding", rounding);
  return [cutoff({ b: b + half, c: c + half }), cutoff({ b: b - half, c: c - half })];
}
