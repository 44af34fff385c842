import type { Published } from "../published.ts";

/**
 * The constants of L = c + (g/G^γ + a)/N^α + b/D^β at one expansion rate E: c nats per token, a and g in nats·parameter^α,
 * b in nats·token^β, the exponents and E pure numbers.
 */
export interface GranularLaw {
  readonly expansion: number;
  readonly a: number;
  readonly alpha: number;
  readonly b: number;
  readonly beta: number;
  readonly g: number;
  readonly gamma: number;
  readonly c: number;
}

const krajewski = { source: "Krajewski et al. 2024", confidence: "read in source" } as const;
const c4 = "C4, expert choice routing, Huber loss, root mean square error 0.015 nats";

/** 64 times the parameters of a dense model's feed-forward layers. N counts all parameters but embeddings and routers. */
export const moe64 = {
  expansion: 64, a: 18.1, alpha: 0.115, b: 30.8, beta: 0.147, g: 2.1, gamma: 0.58, c: 0.47,
  ...krajewski, where: "Table 1", fittedOn: c4, range: { N: { from: 129e6, to: 3.7e9 }, D: { from: 16e9, to: 130e9 }, G: { from: 1, to: 16 } },
} as const satisfies Published & GranularLaw;

/** The same runs without the fifth of them that has the lowest loss. */
export const holdOut = {
  expansion: moe64.expansion, a: 17.6, alpha: 0.114, b: 26.7, beta: 0.140, g: 2.07, gamma: 0.570, c: 0.472,
  ...krajewski, where: "Table 5 (Appendix B)", fittedOn: c4, range: moe64.range, note: "the paper finds it almost unchanged from Table 1; the range is that of all its runs",
} as const satisfies Published & GranularLaw;

/** 16 times the parameters, from fewer and shorter runs. */
export const moe16 = {
  expansion: 16, a: 19.64, alpha: 0.124, b: 57.07, beta: 0.169, g: 1.18, gamma: 0.986, c: 0.472,
  ...krajewski, where: "Table 8 (Appendix D)", fittedOn: c4, range: { N: { from: 34e6, to: 541e6 }, D: { from: 8e9, to: 66e9 }, G: { from: 1, to: 16 } },
} as const satisfies Published & GranularLaw;

/** The three fits by the table that prints them. */
export const fits = { "Table 1": moe64, "Table 5": holdOut, "Table 8": moe16 } as const;

/** The dense models of the same study, c taken from the routed ones. */
export const dense = {
  a: 16.3, alpha: 0.126, b: 26.7, beta: 0.127, c: 0.47,
  ...krajewski, where: "Table 1", fittedOn: "C4", range: { N: { from: 3e6, to: 85e6 }, D: { from: 16e9, to: 66e9 } },
} as const satisfies Published & Record<string, unknown>;

/** FLOP for each active parameter and token, within the router (c_r, anywhere from 6 to 20 by implementation) and outside it; d_model/n_blocks. */
export const cost = {
  perParameter: 6, perRouterParameter: 14, aspect: 64, ...krajewski, where: "Appendix E and Section 6.1",
} as const satisfies Published & Record<string, unknown>;
