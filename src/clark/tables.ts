import type { Published } from "../published.ts";

/** The constants of log₁₀ L = a log₁₀ N + b log₁₀ Ê + c log₁₀ N log₁₀ Ê + d, and of Ê: E_start and E_max, both in experts. */
export interface RoutedLaw {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly Estart: number;
  readonly Emax: number;
}

/** How a token finds its expert: by optimal transport, by reinforcement learning, or by a hash of the token. */
export type Router = "S-BASE" | "RL-R" | "HASH";

const runs = {
  fittedOn: "130e9 tokens each, every other feed-forward layer routed, one expert a token",
  range: { N: { from: 1.65e7, to: 1.31e9 }, E: { from: 1, to: 512 } },
} as const;

/** The bilinear law of each router as printed: c has one or two significant digits, which is too few for N_cutoff (see cutoff.ts). */
export const table3 = {
  "S-BASE": { a: -0.082, b: -0.108, c: 0.009, d: 1.104, Estart: 1.847, Emax: 314.478 },
  "RL-R": { a: -0.083, b: -0.126, c: 0.012, d: 1.111, Estart: 1.880, Emax: 469.982 },
  HASH: { a: -0.087, b: -0.136, c: 0.012, d: 1.157, Estart: 4.175, Emax: 477.741 },
  source: "Clark et al. 2022", where: "Table 3", confidence: "secondary", ...runs,
} as const satisfies Published & Record<Router, RoutedLaw>;

/**
 * The same law with digits enough for N_cutoff: least squares on log₁₀ of the final validation losses which the authors
 * released. Their notebook's choice of runs: one expert a token, every other layer, seed 42, dense runs as E = 1.
 */
export const refit = {
  "S-BASE": { a: -0.0830253, b: -0.1180437, c: 0.009924832, d: 1.11358, Estart: 2.074568, Emax: 238.6749 },
  "RL-R": { a: -0.08272954, b: -0.1234167, c: 0.01123257, d: 1.107013, Estart: 1.721926, Emax: 470.0533 },
  HASH: { a: -0.0873567, b: -0.1383639, c: 0.01263523, d: 1.159531, Estart: 4.268771, Emax: 427.3228 },
  source: "refit from the runs of Clark et al. 2022",
  where: "github.com/google-deepmind/scaling_laws_for_routing, data/curves.csv.gz: 58, 59 and 56 runs",
  confidence: "read in source", ...runs, note: "not printed anywhere",
} as const satisfies Published & Record<Router, RoutedLaw>;

/** Which constants: the rounded ones of the paper, or those refit from its runs. */
export const fits = { "Table 3": table3, refit } as const;

/** L = (N_c/N)^α_N of the dense runs, N_c in parameters. */
export const dense = {
  alphaN: 0.078, Nc: 3.568e13, source: "Clark et al. 2022", where: "the dense law beside Table 3", confidence: "secondary",
  fittedOn: "130e9 tokens each", range: { N: { from: 1.65e7, to: 1.31e9 } },
} as const satisfies Published & Record<string, unknown>;
