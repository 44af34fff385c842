/**
 * The shape of a decoder-only Transformer. The talk's einsum letters stand for these fields and for nothing
 * outside this folder: D width, F mlpWidth, N heads, K kvHeads, H headSize, V vocabulary; B sequences,
 * T queries and S keys are arguments of the functions that need them.
 */
export interface Shape {
  /** number of identical layers */
  readonly layers: number;
  /** D, numbers in the residual stream per token */
  readonly width: number;
  /** F, hidden numbers of the MLP per token; of each branch where it is gated; of the layers without experts */
  readonly mlpWidth: number;
  /** three matrices (gate, up, down) instead of two (in, out) */
  readonly gated: boolean;
  /** N, query heads */
  readonly heads: number;
  /** K, heads of keys and values: as many as query heads, or fewer of them shared (grouped-query attention) */
  readonly kvHeads: number;
  /** H, numbers per head; with latent attention those of a query and a key that are not rotated */
  readonly headSize: number;
  /** V, rows of the embedding table */
  readonly vocabulary: number;
  /** whether the output head is the transposed embedding table */
  readonly tied: boolean;
  /** rows of a learned table of positions; 0 where positions are rotated in or relative */
  readonly positions: number;
  /** a fifth attention matrix, D × NH, that projects relative positions (Transformer-XL: Gopher, Chinchilla) */
  readonly relative: boolean;
  /** a bias beside every matrix of the layers, but for experts, routers and latent attention */
  readonly biases: boolean;
  /** normalisations per layer; one more follows the last layer */
  readonly norms: number;
  /** whether a normalisation has a bias besides its gain (LayerNorm) or not (RMSNorm) */
  readonly normBias: boolean;
  /** the layers that have a mixture of experts where the others have their MLP; none without it */
  readonly mixture?: Mixture;
  /** attention through narrow latents, from which every head has keys and values of its own: K = N */
  readonly latent?: Latent;
}

/** Mixture of experts: MLPs of which a router sends every token to a few, gated where the dense MLP is. */
export interface Mixture {
  /** how many of the layers have one */
  readonly layers: number;
  /** E, experts that the router chooses from */
  readonly experts: number;
  /** k, experts that it sends a token to */
  readonly active: number;
  /** experts that every token visits beside those */
  readonly shared: number;
  /** F of one expert */
  readonly mlpWidth: number;
  /** whether the router has a number for each expert besides its matrix DE */
  readonly routerBias: boolean;
}

/** Multi-head latent attention: DeepSeek-AI 2024 (DeepSeek-V2), Section 2.1. Ranks are numbers per token, sizes numbers per token and head. */
export interface Latent {
  /** numbers that all queries are made from; 0 where they are made from the width itself */
  readonly queryRank: number;
  /** numbers that all keys and values are made from */
  readonly keyValueRank: number;
  /** numbers of a query and a key that are rotated by the position; those of the key are common to all heads */
  readonly rotatedSize: number;
  /** numbers of a value */
  readonly valueSize: number;
}
