import { positive } from "../domain.ts";

/**
 * C = 6ND: the FLOP of training N parameters on D tokens.
 * Forward, each weight is multiplied and added once a token (2N); backward, one matmul gives the gradient of
 * the inputs and one that of the weights (4N). Kaplan et al. 2020, Section 2.1, with N without embeddings;
 * Hoffmann et al. 2022, Appendix F, with N whole. Attention scores and whatever is no matmul are left out.
 */
export function sixND(N: number, D: number): number {
  return 6 * positive("parameters", N) * positive("tokens", D);
}

/** 2ND: the forward pass alone, or serving D tokens. */
export function twoND(N: number, D: number): number {
  return 2 * positive("parameters", N) * positive("tokens", D);
}

/** FLOP per token: 2N forward, 4N backward, 6N together. */
export function flopsPerParameter(N: number): { forward: number; backward: number; training: number } {
  positive("parameters", N);
  return { forward: 2 * N, backward: 4 * N, training: 6 * N };
}

/** N = C/6D. */
export function parametersFor(C: number, D: number): number {
  return positive("compute", C) / (6 * positive("tokens", D));
}

/** D = C/6N. */
export function tokensFor(C: number, N: number): number {
  return positive("compute", C) / (6 * positive("parameters", N));
}

/** The N and D that spend C at a fixed number of tokens per parameter: N = √(C/6r), D = rN. */
export function atRatio(C: number, tokensPerParameter: number): { N: number; D: number } {
  const N = Math.sqrt(positive("compute", C) / (6 * positive("tokens per parameter", tokensPerParameter)));
  return { N, D: tokensPerParameter * N };
}
