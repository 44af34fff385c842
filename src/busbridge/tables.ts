import type { Published } from "../published.ts";

/** The constants of L(N, D) = E + (A/N^α + B/D^β)^γ: A in parameter^α, B in token^β, E and the bracket to the γ in nats per token. */
export interface SupervisedLaw {
  readonly E: number;
  readonly A: number;
  readonly B: number;
  readonly alpha: number;
  readonly beta: number;
  readonly gamma: number;
}

/** The constants of the student's law, Equation 8: A', B', α', β', γ' of the paper without their primes, and c₀, c₁, d₁, f₁. */
export interface DistillationLaw extends Omit<SupervisedLaw, "E"> {
  readonly c0: number;
  readonly c1: number;
  readonly d1: number;
  readonly f1: number;
}

const table6 = { source: "Busbridge et al. 2025 (2502.08606v2)", where: "Table 6, Appendix F.3", confidence: "read in source" } as const;
const runs = "English C4, context 4096; N without embeddings; Huber loss 1e-4, 90 % intervals of 4096 bootstraps";
/** N and the upper end of D are of the text, the lower end of D of a description of Figure 1. */
const range = { N: { from: 143e6, to: 12.6e9 }, D: { from: 4e9, to: 512e9 } } as const;

/** Models trained on labels, Equation 1. */
export const supervised = {
  E: 1.220, A: 3355, B: 18_186, alpha: 0.408, beta: 0.431, gamma: 0.452,
  interval: { E: [1.190, 1.247], A: [3346, 3360], B: [18_157, 18_236], alpha: [0.405, 0.411], beta: [0.428, 0.433], gamma: [0.442, 0.461] },
  ...table6, fittedOn: `73 runs; ${runs}`, range,
} as const satisfies Published & SupervisedLaw & Record<string, unknown>;

/**
 * Students trained on a teacher's probabilities alone (λ = 1, τ = 1), Equation 8. The printed interval of c₁ has no width: it was not
 * identified. B'/D^β' is at most 1.4 % of the bracket anywhere in the range: data act on a student through what it would reach on labels.
 */
export const distillation = {
  A: 2243, B: 24_181, alpha: 0.321, beta: 0.637, gamma: 0.764,
  c0: 2.549, c1: 522.6, d1: 1.315, f1: 0.090,
  interval: {
    A: [2227, 2255], B: [24_084, 24_266], alpha: [0.319, 0.324], beta: [0.634, 0.640], gamma: [0.732, 0.788],
    c0: [2.425, 2.615], c1: [522.6, 522.6], d1: [1.302, 1.327], f1: [0.088, 0.093],
  },
  ...table6, fittedOn: `697 runs; ${runs}`, range,
} as const satisfies Published & DistillationLaw & Record<string, unknown>;

/** Models of one shape: width over layers ρ, parameters over layers·width² ω, context and vocabulary in tokens. */
export interface Family {
  readonly aspect: number;
  readonly omega: number;
  readonly context: number;
  readonly vocabulary: number;
}

/** The models of the paper. The vocabulary follows from Table 13, where N_total − N is one table of vocabulary × width. */
export const family = {
  aspect: 128, omega: 12, context: 4096, vocabulary: 32_768,
  source: "Busbridge et al. 2025 (2502.08606v2)", where: "Appendix H.1, Equation 60; Appendix I", confidence: "read in source",
} as const satisfies Published & Family & Record<string, unknown>;
