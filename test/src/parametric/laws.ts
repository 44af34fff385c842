import fc from "fast-check";
import type { ParametricLaw } from "../../../src/parametric/loss.ts";

/** Any law of the kind that is fitted to language models. */
export const anyLaw: fc.Arbitrary<ParametricLaw> = fc.record({
  E: fc.double({ min: 0.5, max: 2.5, noNaN: true }),
  A: fc.double({ min: 50, max: 5000, noNaN: true }),
  B: fc.double({ min: 50, max: 20_000, noNaN: true }),
  alpha: fc.double({ min: 0.2, max: 0.7, noNaN: true }),
  beta: fc.double({ min: 0.2, max: 0.7, noNaN: true }),
});

/** The same without E, so that differences of losses keep their digits. */
export const anyReducible = anyLaw.map((law) => ({ ...law, E: 0 }));

/** Ten to any power between the two. */
export function powerOfTen(min: number, max: number): fc.Arbitrary<number> {
  return fc.double({ min, max, noNaN: true }).map((u) => 10 ** u);
}

/** The units that the constants of a parametric law carry. */
export function units({ E, A, B, alpha, beta }: ParametricLaw) {
  return { E: [E, {}], A: [A, { parameter: alpha }], B: [B, { token: beta }] } as const;
}
